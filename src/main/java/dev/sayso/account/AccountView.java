package dev.sayso.account;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An account as Settings show it.
 *
 * @param lockedUntil until when failures keep it from signing in; null where they don't
 */
record AccountView(UUID id, int version, String username, String name, Role role, boolean enabled,
		boolean passwordGiven, Instant createdAt, @Nullable Instant lastSignInAt, @Nullable Instant lockedUntil) {

	static AccountView of(Account account, @Nullable Instant lockedUntil) {
		return new AccountView(account.id(), Objects.requireNonNullElse(account.version(), 0), account.username(),
				account.name(), account.role(), account.enabled(), account.passwordGiven(), account.createdAt(),
				account.lastSignInAt(), lockedUntil);
	}

	public String state() {
		if (!this.enabled) {
			return "disabled";
		}
		return (this.lockedUntil != null) ? "locked" : "enabled";
	}

}
