package dev.sayso.consent;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * One change of a say as it was recorded: what was before and after, who spoke, and what
 * proves it. Never changed again, but that erasing the person takes out what names them.
 *
 * @param seq the order in which entries were written
 * @param before null where nothing had been said
 * @param own whether the identified person said it
 * @param submission the accepted form that brought it
 */
public record LedgerEntry(long seq, UUID id, ProfileId profile, Instant at, Instant saidAt, String purpose,
		@Nullable String before, String after, Origin origin, boolean own, Actor actor, @Nullable String reason,
		@Nullable String source, @Nullable UUID submission, Evidence evidence) {

	/**
	 * A change that a declaration makes.
	 */
	static LedgerEntry of(ProfileId profile, Declaration by, Change change, Instant now) {
		return new LedgerEntry(0, Ids.next(), profile, now, change.saidAt(), change.purpose().key(),
				(change.before() != null) ? change.before().value() : null, change.after().value(), by.origin(),
				by.isOwn(), by.actor(), change.reason(), by.source(), by.submission(), by.evidence());
	}

}
