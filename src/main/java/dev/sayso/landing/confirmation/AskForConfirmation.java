package dev.sayso.landing.confirmation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.consent.ledger.PendingExpiry;
import dev.sayso.landing.Submission;
import dev.sayso.mail.MailLimit;
import dev.sayso.mail.MailRequest;
import dev.sayso.mail.MailSetup;
import dev.sayso.mail.Outbox;
import dev.sayso.person.EmailAddress;
import dev.sayso.shared.ProfileId;

/**
 * Asks by mail whether somebody meant what was asked for them on a page: with the form
 * that asks it, once more after some days, and when an operator says so.
 */
@Component
class AskForConfirmation {

	private static final Logger log = LoggerFactory.getLogger(AskForConfirmation.class);

	/** After how long the one reminder goes. */
	private static final Duration REMINDER = Duration.ofDays(3);

	private static final int AT_ONCE = 500;

	private final MailedConfirmations confirmations;

	private final ConfirmedServices services;

	private final Outbox outbox;

	private final MailLimit limit;

	private final MailSetup setup;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AskForConfirmation(MailedConfirmations confirmations, ConfirmedServices services, Outbox outbox, MailLimit limit,
			MailSetup setup, TransactionTemplate transaction, Clock clock) {
		this.confirmations = confirmations;
		this.services = services;
		this.outbox = outbox;
		this.limit = limit;
		this.setup = setup;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** What came of asking for a mail. */
	enum Outcome {

		ASKED,

		/** The address had as many as it gets in a day. */
		LIMITED,

		/** Nothing waits that a mail could ask about. */
		NOTHING,

		/** No mail can be sent. */
		NO_MAIL

	}

	@EventListener
	void ask(Submission.OptInsAsked asked) {
		List<String> purposes = asked.page().mails().confirm() ? asked.optIns()
				: this.services.confirmed(asked.optIns());
		if (purposes.isEmpty() || !this.setup.canSend()) {
			return;
		}
		MailedConfirmation confirmation = new MailedConfirmation(asked.submission(), asked.profile(), asked.page().id(),
				asked.page().version(), EmailAddress.normalize(asked.email()), purposes, asked.language(),
				this.clock.instant(), null, null, null, null);
		this.confirmations.add(confirmation);
		send(confirmation, "");
	}

	/** Asks once more, as an operator wants. */
	@Transactional
	public Outcome askAgain(ProfileId profile) {
		if (!this.setup.canSend()) {
			return Outcome.NO_MAIL;
		}
		Outcome outcome = Outcome.NOTHING;
		for (MailedConfirmation asked : this.confirmations.unanswered(profile)) {
			if (asked.isOpen(this.clock.instant())) {
				outcome = send(asked, "") ? Outcome.ASKED : ((outcome == Outcome.ASKED) ? outcome : Outcome.LIMITED);
			}
		}
		return outcome;
	}

	/** Looks every hour; what fails is tried again. */
	@Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void remindQuietly() {
		try {
			remind();
		}
		catch (RuntimeException ex) {
			log.warn("Confirmations are reminded of later: {}", ex.getClass().getSimpleName());
		}
	}

	/**
	 * Reminds once of each confirmation; of several instances one does.
	 * @return of how many
	 */
	int remind() {
		if (!this.setup.canSend()) {
			return 0;
		}
		Instant now = this.clock.instant();
		int reminded = 0;
		for (MailedConfirmation asked : this.confirmations.unreminded(now.minus(PendingExpiry.WAIT),
				now.minus(REMINDER), AT_ONCE)) {
			reminded += Boolean.TRUE.equals(this.transaction.execute(
					(status) -> this.confirmations.remind(asked.id(), now) && send(asked, ConfirmationMail.REMINDER)))
							? 1 : 0;
		}
		return reminded;
	}

	private boolean send(MailedConfirmation asked, String again) {
		if (!this.limit.take(asked.address())) {
			return false;
		}
		UUID mail = this.outbox.put(new MailRequest(ConfirmationMail.KEY, asked.address(), asked.profile(),
				asked.language(), (asked.id() + " " + again).strip()));
		this.confirmations.mailed(asked.id(), mail);
		return true;
	}

}
