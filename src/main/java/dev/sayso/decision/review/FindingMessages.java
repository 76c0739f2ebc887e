package dev.sayso.decision.review;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.decision.Decision;
import dev.sayso.decision.formula.FormulaException;
import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.shared.LocalizedDate;

/**
 * Says what a review found in sentences, each with the place where it is fixed.
 */
@Component
public class FindingMessages {

	private static final int TOLD = 3;

	private final MessageSourceAccessor messages;

	private final ConditionMessages conditions;

	FindingMessages(MessageSourceAccessor messages, ConditionMessages conditions) {
		this.messages = messages;
		this.conditions = conditions;
	}

	public record Sentence(boolean error, String text, String remedy, String href, String placement, int place) {

		public boolean isAbout(String scope, int criterion) {
			return this.placement.equals(scope) && this.place == criterion;
		}

	}

	public List<Sentence> say(List<DecisionFinding> findings, Decision decision) {
		return findings.stream().map((finding) -> say(finding, decision)).toList();
	}

	private Sentence say(DecisionFinding finding, Decision decision) {
		Locale reader = LocaleContextHolder.getLocale();
		Object[] details = finding.details().stream().map((detail) -> detail(detail, reader)).toArray();
		String key = "decision.finding." + finding.code();
		return new Sentence(finding.isError(), this.messages.getMessage(key, details),
				this.messages.getMessage(key + ".do", details), href(finding, decision), finding.placement(),
				finding.place());
	}

	/**
	 * Where it is repaired: what a selection strategy says, on that one's page, and what
	 * one offer does, on its own, whoever names it.
	 */
	private static String href(DecisionFinding finding, Decision decision) {
		return finding.criterion(decision.draft())
			.filter((criterion) -> criterion.isShared() && finding.offer().isEmpty()
					&& !finding.code().equals("strategy-gone"))
			.map((criterion) -> "/strategies/" + criterion.strategy())
			.orElseGet(() -> finding.href(decision.slug()));
	}

	private Object detail(Object detail, Locale reader) {
		if (detail instanceof DecisionFinding.Names names) {
			return names(names.names());
		}
		if (detail instanceof DecisionFinding.Fields fields) {
			return names(fields.tags().entrySet().stream().map((field) -> field(field, reader)).toList());
		}
		if (detail instanceof FallbackReview.Languages languages) {
			return languages(languages.tags(), reader);
		}
		if (detail instanceof ReviewedDecision.Own own) {
			return this.messages.getMessage("decision.criterion.own", new Object[] { own.place() });
		}
		if (detail instanceof FormulaException failure) {
			return this.messages.getMessage(failure.key(), failure.args());
		}
		if (detail instanceof LocalDateTime local) {
			return LocalizedDate.withTime(local, reader);
		}
		if (detail instanceof ConditionFault fault) {
			return this.conditions.fault(fault, reader);
		}
		return (detail instanceof FormulaFault fault) ? formula(fault) : detail;
	}

	private String field(Map.Entry<String, Set<String>> field, Locale reader) {
		String languages = languages(field.getValue(), reader);
		return languages.isEmpty() ? field.getKey()
				: this.messages.getMessage("decision.finding.field", new Object[] { field.getKey(), languages });
	}

	private static String languages(Collection<String> tags, Locale reader) {
		return tags.stream()
			.filter((tag) -> !tag.isEmpty())
			.map((tag) -> Locale.forLanguageTag(tag).getDisplayName(reader))
			.collect(Collectors.joining(", "));
	}

	String formula(FormulaFault fault) {
		return this.messages.getMessage(fault.key(), fault.args());
	}

	private String names(List<String> names) {
		String named = names.stream().limit(TOLD).collect(Collectors.joining(", "));
		return (names.size() <= TOLD) ? named
				: this.messages.getMessage("decision.names.more", new Object[] { named, names.size() - TOLD });
	}

}
