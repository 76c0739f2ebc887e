package dev.sayso.account;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.shared.Ids;

/**
 * Somebody who signs in to the console.
 *
 * @param password encoded, never the password itself
 * @param language tag of the language they chose; null to follow the browser
 * @param theme {@code light}, {@code dark} or {@code auto}
 */
record Account(@Id UUID id, @Version @Nullable Integer version, String username, String name, String password,
		Role role, boolean enabled, @Nullable String language, String theme, Instant createdAt,
		@Nullable Instant lastSignInAt) {

	static Account create(String username, String name, String encoded, Role role, Instant now) {
		return new Account(Ids.next(), null, username, name, encoded, role, true, null, "auto", now, null);
	}

}
