package dev.sayso.landing.confirmation;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.mail.Outbox;
import dev.sayso.shared.ProfileId;

/**
 * How far the mails are that ask people to confirm.
 */
@Component
class ConfirmationMailStates {

	private final MailedConfirmations confirmations;

	private final Outbox outbox;

	private final Clock clock;

	ConfirmationMailStates(MailedConfirmations confirmations, Outbox outbox, Clock clock) {
		this.confirmations = confirmations;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** A message key: of the newest mail that was asked for. */
	String find(ProfileId profile) {
		List<MailedConfirmation> asked = this.confirmations.unanswered(profile)
			.stream()
			.filter((confirmation) -> confirmation.isOpen(this.clock.instant()))
			.toList();
		if (asked.isEmpty()) {
			return "confirmation.state.none";
		}
		MailedConfirmation newest = asked.get(asked.size() - 1);
		return "confirmation.state." + ((newest.mail() == null) ? "limited"
				: this.outbox.find(newest.mail()).map((mail) -> mail.state().key()).orElse("gone"));
	}

}
