package dev.sayso.contact.panel;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SayMessages;
import dev.sayso.consent.status.Verdict;
import dev.sayso.consent.status.Verdict.Reason;
import dev.sayso.consent.status.VerdictMessages;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.contact.panel.ContactPanelView.Why;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;

/**
 * Tells the reasons of a verdict with where each comes from, and what would have to
 * change for a yes.
 */
@Component
class ContactReasons {

	private static final String NOBODY = "none";

	private static final String ENTRY = "contact.entry";

	private final VerdictMessages verdicts;

	private final SayMessages messages;

	ContactReasons(VerdictMessages verdicts, SayMessages messages) {
		this.verdicts = verdicts;
		this.messages = messages;
	}

	/** Every reason why not or, where it is allowed, what lets through. */
	List<Why> list(Profile person, Verdict verdict) {
		if (!verdict.allowed()) {
			return VerdictMessages.ordered(verdict)
				.stream()
				.map((reason) -> why(person, reason, verdict.channel()))
				.toList();
		}
		return verdict.bases().isEmpty()
				? List.of(new Why("check", NOBODY, this.verdicts.full(verdict), null, null, null, null, null, ENTRY))
				: verdict.bases().stream().map((basis) -> why(person, basis)).toList();
	}

	/** The first reason or what lets through, in a sentence. */
	String told(Verdict verdict) {
		return verdict.allowed() ? this.verdicts.brief(verdict) : this.verdicts.full(verdict);
	}

	private Why why(Profile person, EffectiveChoice basis) {
		Consent consent = (basis.consent() != null) ? basis.consent() : basis.takenBack();
		UUID entry = (consent != null) ? consent.ledgerId() : null;
		String text = (basis.takenBack() != null) ? this.verdicts.full(basis) : this.verdicts.brief(basis);
		String source = (basis.consent() != null) ? this.messages.by(basis.consent()) : null;
		return new Why("check", (consent != null) ? consent.origin().key() : NOBODY,
				(basis.purpose() == Purpose.PERSONALIZE_CONTENT) ? this.messages.text("contact.personalized", text)
						: text,
				source, null, null, null, (entry != null) ? entry(person.id().toString(), entry) : null, ENTRY);
	}

	private Why why(Profile person, Reason reason, Channel channel) {
		Suppression suppression = reason.suppression();
		UUID entry = reason.ledger();
		String whose = String.valueOf((reason.sharer() != null) ? reason.sharer() : person.id());
		String href = (suppression != null) ? "/suppressions/" + suppression.id() : (reason.policy() != null)
				? "/policies/" + reason.policy().key() : (entry != null) ? entry(whose, entry) : null;
		return new Why(icon(reason), origin(reason), this.verdicts.brief(reason, channel), this.verdicts.source(reason),
				reason.code().name(), reason.since(), reason.until(), href,
				(suppression != null) ? "contact.suppression" : (reason.policy() != null) ? "contact.policy" : ENTRY);
	}

	private static String origin(Reason reason) {
		return (reason.pause() != null) ? reason.pause().origin().key()
				: (reason.suppression() != null) ? reason.suppression().origin().key()
						: (reason.consent() != null) ? reason.consent().origin().key() : NOBODY;
	}

	private static String icon(Reason reason) {
		return switch (reason.code()) {
			case OPTED_OUT_ANY, OPTED_OUT -> (reason.sharer() != null) ? "users"
					: (reason.consent() != null && reason.consent().origin() == Origin.SUBJECT) ? "user" : "ban";
			case ADDRESS_SUPPRESSED -> "mail-off";
			case PENDING -> "clock";
			case PAUSED -> "player-pause";
			case POLICY -> "shield";
			case UNKNOWN_PROFILE, ADDRESS_MISSING, NO_CONSENT, NOT_SUBSCRIBED -> "minus";
		};
	}

	/** What would have to change, in the order of the reasons; all of it is needed. */
	List<Why> needed(Profile person, Verdict verdict) {
		String general = "/profiles/" + person.id();
		return VerdictMessages.ordered(verdict).stream().map((reason) -> {
			Suppression suppression = reason.suppression();
			String href = (reason.sharer() != null) ? "/profiles/" + reason.sharer()
					: (suppression != null) ? "/suppressions/" + suppression.id() + "#lift" : (reason.policy() != null)
							? "/policies/" + reason.policy().key() : isNo(reason) ? general + "#denylist" : general;
			return new Why("", "", needed(person, reason), null, null, null, reason.until(), href, link(reason));
		}).toList();
	}

	private String needed(Profile person, Reason reason) {
		@Nullable Suppression suppression = reason.suppression();
		if (suppression != null && suppression.until() != null) {
			return this.messages.text("contact.needed.ADDRESS_SUPPRESSED.until",
					this.messages.times().day(suppression.until()));
		}
		if (reason.pause() != null) {
			return this.messages.text("contact.needed.PAUSED", this.messages.times().day(reason.pause().until()));
		}
		if (reason.personalization()) {
			return this.messages.text("contact.needed.personalization", person.name());
		}
		return (reason.sharer() != null) ? this.messages.text("contact.needed.sharer", reason.sharerName())
				: this.messages.text("contact.needed." + reason.code(), person.name());
	}

	private static String link(Reason reason) {
		return (reason.sharer() != null) ? "contact.open.profile"
				: (reason.suppression() != null) ? "contact.open.suppression" : (reason.policy() != null)
						? "contact.policy" : isNo(reason) ? "contact.open.no" : "contact.open.general";
	}

	/** Whether it is a no of theirs that stands on the denylist of their General tab. */
	private static boolean isNo(Reason reason) {
		return reason.sharer() == null
				&& (reason.code() == Verdict.Code.OPTED_OUT_ANY || reason.code() == Verdict.Code.OPTED_OUT);
	}

	private static String entry(String whose, UUID entry) {
		return "/profiles/" + whose + "/history?entry=" + entry + "#entry-" + entry;
	}

}
