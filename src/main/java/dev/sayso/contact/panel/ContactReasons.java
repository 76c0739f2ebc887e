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
import dev.sayso.person.Profile;

/**
 * Tells the reasons of a verdict with where each comes from, and what would have to
 * change for a yes.
 */
@Component
class ContactReasons {

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
				.map((reason) -> why(person, reason, this.verdicts.full(reason, verdict.channel())))
				.toList();
		}
		return verdict.bases().isEmpty()
				? List.of(new Why("check", this.verdicts.full(verdict), null, null, null, null, "contact.entry"))
				: verdict.bases().stream().map((basis) -> why(person, basis)).toList();
	}

	private Why why(Profile person, EffectiveChoice basis) {
		Consent consent = (basis.consent() != null) ? basis.consent() : basis.takenBack();
		UUID entry = (consent != null) ? consent.ledgerId() : null;
		String text = this.verdicts.full(basis);
		return new Why("check",
				(basis.purpose() == Purpose.PERSONALIZE_CONTENT) ? this.messages.text("contact.personalized", text)
						: text,
				null, null, null, (entry != null) ? entry(person.id().toString(), entry) : null, "contact.entry");
	}

	private static Why why(Profile person, Reason reason, String text) {
		Suppression suppression = reason.suppression();
		UUID entry = reason.ledger();
		String whose = String.valueOf((reason.sharer() != null) ? reason.sharer() : person.id());
		String href = (suppression != null) ? "/suppressions/" + suppression.id() : (reason.policy() != null)
				? "/policies/" + reason.policy().key() : (entry != null) ? entry(whose, entry) : null;
		return new Why(icon(reason), text, reason.code().name(), reason.since(), reason.until(), href,
				(suppression != null) ? "contact.suppression"
						: (reason.policy() != null) ? "contact.policy" : "contact.entry");
	}

	private static String icon(Reason reason) {
		return switch (reason.code()) {
			case OPTED_OUT_ANY, OPTED_OUT -> (reason.sharer() != null) ? "users" : "ban";
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
					: (suppression != null) ? "/suppressions/" + suppression.id() + "#lift" : general;
			return new Why("", needed(person, reason), null, null, reason.until(), href, link(reason));
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
				: (reason.suppression() != null) ? "contact.open.suppression" : "contact.open.general";
	}

	private static String entry(String whose, UUID entry) {
		return "/profiles/" + whose + "/history?entry=" + entry + "#entry-" + entry;
	}

}
