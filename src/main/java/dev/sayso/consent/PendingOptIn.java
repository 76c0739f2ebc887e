package dev.sayso.consent;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;
import dev.sayso.shared.ProfileId;

/**
 * An opt-in that waits beside another say until the person confirms it.
 */
public record PendingOptIn(ProfileId profile, Purpose purpose, Instant at, Origin origin, String actor,
		@Nullable String source, @Nullable UUID submission, Evidence evidence) {

}
