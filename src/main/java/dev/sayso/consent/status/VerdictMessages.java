package dev.sayso.consent.status;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.status.Verdict.Code;
import dev.sayso.consent.status.Verdict.Reason;
import dev.sayso.shared.Channel;

/**
 * Says in the reader's language why somebody may be contacted or not.
 */
@Component
public class VerdictMessages {

	/** What weighs more is said first. */
	private static final List<Code> WEIGHT = List.of(Code.OPTED_OUT_ANY, Code.OPTED_OUT, Code.ADDRESS_SUPPRESSED,
			Code.ADDRESS_MISSING, Code.PENDING, Code.NO_CONSENT);

	private final SayMessages words;

	VerdictMessages(SayMessages words) {
		this.words = words;
	}

	/**
	 * The reasons, the weightiest first.
	 */
	public static List<Reason> ordered(Verdict verdict) {
		return verdict.reasons().stream().sorted(Comparator.comparingInt(VerdictMessages::weight)).toList();
	}

	/**
	 * In a few words.
	 */
	public String brief(Verdict verdict) {
		return verdict.allowed() ? allowed(verdict.basis()) : brief(ordered(verdict).get(0), verdict.channel());
	}

	/**
	 * With since when, where and by whom.
	 */
	public String full(Verdict verdict) {
		if (!verdict.allowed()) {
			return full(ordered(verdict).get(0), verdict.channel());
		}
		Consent consent = verdict.basis().consent();
		return (consent != null) ? this.words.since(consent) : allowed(verdict.basis());
	}

	public String full(Reason reason, Channel channel) {
		Consent consent = reason.consent();
		String brief = brief(reason, channel);
		return (consent != null) ? this.words.text("reason.full", brief, this.words.by(consent)) : brief;
	}

	private String brief(Reason reason, Channel channel) {
		return switch (reason.code()) {
			case ADDRESS_MISSING -> this.words.text("reason.missing." + channel.key());
			case NO_CONSENT -> this.words.text((reason.consent() != null) ? "reason.refused" : "reason.unsaid");
			case OPTED_OUT, OPTED_OUT_ANY, PENDING, ADDRESS_SUPPRESSED -> dated(reason);
			default -> this.words.text("reason." + reason.code());
		};
	}

	private String dated(Reason reason) {
		String day = (reason.since() != null) ? this.words.times().day(reason.since()) : "";
		return (reason.twin() != null) ? this.words.text("reason.twin." + reason.code(), day, reason.twinName())
				: this.words.text("reason." + reason.code(), day);
	}

	private String allowed(EffectiveChoice basis) {
		Consent consent = basis.consent();
		if (consent == null || !basis.allows()) {
			return this.words.text(basis.allows() ? "reason.allowed.default" : "reason.allowed.transactional");
		}
		boolean consented = consent.choice() == Choice.YES;
		return this.words.text(consented ? "reason.allowed.y" : "reason.allowed.other",
				this.words.times().day(consent.since()), this.words.text("choice." + consent.choice().value()));
	}

	private static int weight(Reason reason) {
		int weight = WEIGHT.indexOf(reason.code());
		return (weight < 0) ? WEIGHT.size() : weight;
	}

}
