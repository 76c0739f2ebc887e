package dev.sayso.landing.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Pause;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.landing.Submission;
import dev.sayso.mail.MailLimit;
import dev.sayso.mail.MailRequest;
import dev.sayso.mail.MailSetup;
import dev.sayso.mail.Outbox;
import dev.sayso.person.Details;
import dev.sayso.person.Profiles;
import dev.sayso.service.SubscriptionState;
import dev.sayso.shared.ProfileId;

/**
 * Tells a person by mail what was done by their link that opens contact or changes their
 * details, since others may have it; and that contact was stopped where the page says so.
 * A new e-mail address is told to the one before it too.
 */
@Component
class TellChanges {

	private final Ledger ledger;

	private final Profiles profiles;

	private final ChangedDetails details;

	private final Outbox outbox;

	private final MailLimit limit;

	private final MailSetup setup;

	TellChanges(Ledger ledger, Profiles profiles, ChangedDetails details, Outbox outbox, MailLimit limit,
			MailSetup setup) {
		this.ledger = ledger;
		this.profiles = profiles;
		this.details = details;
		this.outbox = outbox;
		this.limit = limit;
		this.setup = setup;
	}

	@EventListener
	void tell(Submission.ChoicesChanged changed) {
		boolean tells = changed.edited() || changed.opens() || changed.page().mails().stop();
		if (!tells || !this.setup.canSend()) {
			return;
		}
		ProfileId profile = changed.before().id();
		List<LedgerEntry> entries = this.ledger.ofSubmission(profile, changed.submission());
		Details before = changed.before().details();
		Details after = changed.edited() ? this.profiles.get(profile).details() : before;
		Map<String, ChangedDetails.Change> differing = changed.edited() ? this.details.differing(changed, after)
				: Map.of();
		boolean stops = changed.page().mails().stop() && entries.stream().anyMatch(TellChanges::stops);
		if (differing.isEmpty() && entries.stream().noneMatch(TellChanges::opens) && !stops) {
			return;
		}
		if (!differing.isEmpty()) {
			this.details.add(changed.submission(), profile, differing);
		}
		List<String> addresses = new ArrayList<>();
		if (after.email() != null) {
			addresses.add(after.email());
		}
		if (before.email() != null && !before.email().equalsIgnoreCase(after.email())) {
			addresses.add(before.email());
		}
		addresses.stream()
			.filter(this.limit::takeToTell)
			.forEach((address) -> this.outbox.put(new MailRequest(ChangeMail.KEY, address, profile, changed.language(),
					changed.submission().toString())));
	}

	/** Whether a change opens contact that was closed. */
	static boolean opens(LedgerEntry entry) {
		boolean lifted = Choice.NO.value().equals(entry.before()) && !Choice.NO.value().equals(entry.after());
		boolean resumes = Pause.subject(entry.purpose()).isPresent() && entry.after().equals(RecordPause.ENDED);
		return lifted || resumes || entry.after().equals(Choice.YES.value())
				|| entry.after().equals(SubscriptionState.SUBSCRIBED.key());
	}

	private static boolean stops(LedgerEntry entry) {
		return entry.after().equals(Choice.NO.value()) || entry.after().equals(SubscriptionState.UNSUBSCRIBED.key());
	}

}
