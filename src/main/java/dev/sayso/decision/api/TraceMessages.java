package dev.sayso.decision.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.status.Verdict;
import dev.sayso.decision.CandidateOutcome;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.ScopeResult.TraceEntry;
import dev.sayso.decision.formula.FormulaException;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.offer.Cap;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.TimeFormat;

@Component
public class TraceMessages {

	private static final String TRACE = "decision.trace.";

	private final MessageSource messages;

	private final TimeFormat times;

	TraceMessages(MessageSource messages, TimeFormat times) {
		this.messages = messages;
		this.times = times;
	}

	/** An outcome in a word or two. */
	public String outcome(CandidateOutcome outcome, Locale reader) {
		return text("decision.outcome." + outcome, reader);
	}

	/** What became of an offer, as a sentence. */
	String detail(TraceEntry entry, DecisionContext context, Locale reader) {
		String key = TRACE + entry.outcome();
		String sentence = switch (entry.outcome()) {
			case NOT_YET -> text(key, reader, moment(entry.offer().begins(), reader));
			case OVER -> text(key, reader, moment(entry.offer().ends(), reader));
			case GUARDED -> (entry.because() instanceof Verdict.Reason reason) ? policy(key + ".policy", reason, reader)
					: text(key + (entry.offer().personal() ? "" : ".criterion"), reader);
			case POLICY -> (entry.because() instanceof Verdict.Reason reason) ? policy(key, reason, reader) : "";
			case CAPPED -> text(key, reader, cap(entry, reader));
			case FORMULA_FAILED -> text(key, reader, failure(entry, reader));
			case NO_TEXT_IN_LANGUAGE -> text(key + (context.language().isEmpty() ? ".unknown" : ""), reader,
					Locale.forLanguageTag(context.language()).getDisplayName(reader));
			default -> text(key, reader);
		};
		if (entry.outcome().eligible() && entry.because() instanceof FormulaException missing) {
			MissingValue meaning = entry.criterion().missing();
			String counted = (meaning.kind() == MissingValue.Kind.NUMBER) ? "instead" : "unranked";
			return sentence + " " + text(TRACE + counted, reader, missing.args()[0], meaning.written());
		}
		return isUnlearned(entry, context) ? sentence + " " + text(TRACE + "unlearned", reader) : sentence;
	}

	/**
	 * A comparison that stands against somebody, and what is known of them there.
	 * @param holds whether it holds, but must not
	 */
	String compared(String sentence, List<String> known, boolean holds, Locale reader) {
		String compared = text(TRACE + (holds ? "holds" : "fails"), reader, sentence.replaceFirst("[.]$", ""));
		return compared + " " + (known.isEmpty() ? text(TRACE + "unknown", reader)
				: text(TRACE + "known", reader, String.join(", ", known)));
	}

	/** Whether its rank would have been learned, had the person agreed to that. */
	private static boolean isUnlearned(TraceEntry entry, DecisionContext context) {
		return entry.outcome().eligible() && entry.criterion().learned() && entry.criterion().formula() != null
				&& !context.models();
	}

	private String policy(String key, Verdict.Reason reason, Locale reader) {
		Verdict.PolicyVersion policy = Objects.requireNonNull(reason.policy());
		return text(key, reader, policy.name(), policy.version());
	}

	private String cap(TraceEntry entry, Locale reader) {
		return (entry.because() instanceof Cap cap) ? cap(cap, reader) : "";
	}

	String cap(Cap cap, Locale reader) {
		return text("decision.cap." + cap.event().key() + (cap.each() ? ".each" : ".all"), reader, cap.limit(),
				text("decision.cap.period." + cap.period().key(), reader));
	}

	private String failure(TraceEntry entry, Locale reader) {
		return (entry.because() instanceof FormulaException failed) ? text(failed.key(), reader, failed.args()) : "";
	}

	private String moment(Instant at, Locale reader) {
		return LocalizedDate.withTime(at.atZone(this.times.zone()), reader);
	}

	private String text(String key, Locale reader, Object... args) {
		return this.messages.getMessage(key, args, reader);
	}

}
