package dev.sayso.landing.confirmation;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.SayChanged;
import dev.sayso.person.Origin;
import dev.sayso.service.ServiceRefusedAgain;
import dev.sayso.service.SubscriptionLedger;

/**
 * Lets a later no answer what waits by mail, where what stands does not show that no.
 */
@Component
class RefusedConfirmations {

	private final MailedConfirmations confirmations;

	private final Clock clock;

	RefusedConfirmations(MailedConfirmations confirmations, Clock clock) {
		this.confirmations = confirmations;
		this.clock = clock;
	}

	@EventListener
	void refused(ServiceRefusedAgain again) {
		this.confirmations.withdraw(again.profile(), SubscriptionLedger.PREFIX + again.service(), this.clock.instant());
	}

	@EventListener
	void stopped(SayChanged changed) {
		if (changed.entries().stream().anyMatch(RefusedConfirmations::stopsAll)) {
			this.confirmations.decline(changed.profile(), this.clock.instant());
		}
	}

	private static boolean stopsAll(LedgerEntry entry) {
		return entry.origin() == Origin.SUBJECT && entry.purpose().equals(Purpose.MARKETING_ANY.key())
				&& entry.after().equals(Choice.NO.value());
	}

}
