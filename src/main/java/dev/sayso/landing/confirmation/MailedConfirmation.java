package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ledger.PendingExpiry;
import dev.sayso.shared.ProfileId;

/**
 * What waits to be confirmed through a mail.
 *
 * @param id that of the form that asked for it
 * @param address in its normal form
 * @param purposes as the ledger calls them
 * @param mail the newest mail that asks; null where the address had as many as it gets in
 * a day
 * @param accepted whether it was confirmed or declined; null where nobody answered
 */
record MailedConfirmation(UUID id, ProfileId profile, UUID page, int pageVersion, String address, List<String> purposes,
		String language, Instant askedAt, @Nullable UUID mail, @Nullable Instant remindedAt,
		@Nullable Instant answeredAt, @Nullable Boolean accepted) {

	boolean isOpen(Instant now) {
		return this.answeredAt == null && now.isBefore(ends());
	}

	/** When it ends without an answer. */
	Instant ends() {
		return this.askedAt.plus(PendingExpiry.WAIT);
	}

}
