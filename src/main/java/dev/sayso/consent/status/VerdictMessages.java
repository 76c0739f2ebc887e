package dev.sayso.consent.status;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.status.Verdict.Reason;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.shared.Channel;

@Component
public class VerdictMessages {

	private final SayMessages messages;

	private final TakenBackMessages takenBack;

	VerdictMessages(SayMessages messages, TakenBackMessages takenBack) {
		this.messages = messages;
		this.takenBack = takenBack;
	}

	public static List<Reason> ordered(Verdict verdict) {
		return verdict.reasons().stream().sorted(Comparator.comparing(Reason::code)).toList();
	}

	/** The state in two or three words, as a chip has it. */
	public String state(Verdict verdict) {
		return (verdict.state() == Verdict.State.PAUSED)
				? this.messages.text("state.PAUSED.until",
						this.messages.times().day(verdict.pause().orElseThrow().until()))
				: this.messages.text(verdict.state().key());
	}

	public String brief(Verdict verdict) {
		if (!verdict.allowed()) {
			return shortly(ordered(verdict).get(0), verdict.channel());
		}
		return verdict.bases().isEmpty() ? transactional() : brief(verdict.bases().get(0));
	}

	public String full(Verdict verdict) {
		if (!verdict.allowed()) {
			return full(ordered(verdict).get(0), verdict.channel());
		}
		return verdict.bases().isEmpty() ? transactional() : full(verdict.bases().get(0));
	}

	private String transactional() {
		return this.messages.text("reason.allowed.transactional");
	}

	/** What lets through. */
	public String full(EffectiveChoice basis) {
		Consent takenBack = basis.takenBack();
		if (takenBack != null && basis.allows()) {
			return this.messages.text("reason.taken-back.yes", this.takenBack.full(takenBack));
		}
		return (basis.consent() != null) ? this.messages.since(basis.consent()) : brief(basis);
	}

	public String full(Reason reason, Channel channel) {
		Consent consent = reason.consent();
		String brief = brief(reason, channel);
		if (consent != null && !consent.isSaid()) {
			return brief;
		}
		if (reason.pause() != null) {
			return this.messages.text("reason.full", brief, this.messages.by(reason.pause()));
		}
		return (consent != null) ? this.messages.text("reason.full", brief, this.messages.by(consent)) : brief;
	}

	/**
	 * Where the say, pause or suppression behind a reason comes from, by whom and why;
	 * null where that is unknown, or told by the reason itself.
	 */
	public @Nullable String source(Reason reason) {
		Consent consent = reason.consent();
		Suppression suppression = reason.suppression();
		if (reason.pause() != null) {
			return this.messages.by(reason.pause());
		}
		if (suppression != null) {
			return suppression.source();
		}
		return (consent != null && consent.isSaid()) ? this.messages.by(consent) : null;
	}

	/** A reason without where it comes from. */
	public String brief(Reason reason, Channel channel) {
		Consent consent = reason.consent();
		if (consent != null && !consent.isSaid()) {
			return this.messages.text("reason.taken-back.no", this.takenBack.full(consent));
		}
		return shortly(reason, channel);
	}

	private String shortly(Reason reason, Channel channel) {
		if (reason.personalization()) {
			return this.messages.text("reason.personalization");
		}
		return switch (reason.code()) {
			case ADDRESS_MISSING -> this.messages.text("reason.missing." + channel.key());
			case NO_CONSENT -> unsaid(reason.consent());
			case PAUSED -> paused(Objects.requireNonNull(reason.pause()));
			case ADDRESS_SUPPRESSED -> suppressed(Objects.requireNonNull(reason.suppression()));
			case OPTED_OUT, OPTED_OUT_ANY, PENDING -> dated(reason);
			case POLICY -> policy(reason);
			default -> this.messages.text("reason." + reason.code());
		};
	}

	private String paused(Pause pause) {
		return this.messages.text((pause.purpose() == Purpose.MARKETING_ANY) ? "reason.PAUSED.any" : "reason.PAUSED",
				this.messages.times().day(pause.until()));
	}

	private String suppressed(Suppression suppression) {
		String since = this.messages.text("reason.ADDRESS_SUPPRESSED", this.messages.times().day(suppression.since()),
				this.messages.text("suppression.in." + suppression.reason().key()));
		return (suppression.until() == null) ? since
				: this.messages.text("reason.until", since, this.messages.times().day(suppression.until()));
	}

	private String policy(Reason reason) {
		Verdict.PolicyVersion policy = Objects.requireNonNull(reason.policy());
		return this.messages.text("reason.POLICY", policy.name(), policy.version());
	}

	private String unsaid(@Nullable Consent consent) {
		if (consent != null && !consent.isSaid()) {
			return this.messages.text("reason.taken-back.brief.no", this.takenBack.brief(consent));
		}
		return this.messages.text((consent != null) ? "reason.refused" : "reason.unsaid");
	}

	private String dated(Reason reason) {
		String day = (reason.since() != null) ? this.messages.times().day(reason.since()) : "";
		return (reason.sharer() != null)
				? this.messages.text("reason.shared." + reason.code(), day, reason.sharerName())
				: this.messages.text("reason." + reason.code(), day);
	}

	/** What lets through, without where it comes from. */
	public String brief(EffectiveChoice basis) {
		Consent consent = basis.consent();
		if (basis.takenBack() != null && basis.allows()) {
			return this.messages.text("reason.taken-back.brief.yes", this.takenBack.brief(basis.takenBack()));
		}
		if (consent == null || !basis.allows()) {
			return this.messages.text(basis.allows() ? "reason.allowed.default" : "reason.allowed.transactional");
		}
		boolean consented = consent.choice() == Choice.YES;
		return this.messages.text(consented ? "reason.allowed.y" : "reason.allowed.other",
				this.messages.times().day(consent.since()), this.messages.text("choice." + consent.choice().value()));
	}

}
