package dev.sayso.consent.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.person.Origin;
import dev.sayso.shared.ProfileId;

/**
 * An opt-in that waits beside another say until the person confirms it.
 */
public record PendingOptIn(ProfileId profile, Purpose purpose, Instant at, Origin origin, String actor,
		@Nullable String source, @Nullable UUID submission, Evidence evidence) {

	/** Whether a no to the same, or to any channel, was said since it was asked. */
	public boolean isAnsweredBy(Statement no) {
		boolean same = no.purpose() == this.purpose
				|| (no.purpose() == Purpose.MARKETING_ANY && this.purpose.isMarketing());
		return same && no.saidAt() != null && !this.at.isAfter(no.saidAt());
	}

}
