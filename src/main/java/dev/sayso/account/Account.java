package dev.sayso.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Ids;

/**
 * Somebody who signs in to the console.
 *
 * @param password encoded, never the password itself
 * @param passwordGiven whether somebody else knows the password, so that a new one has to
 * be chosen at the next sign-in
 * @param language tag of the language they chose; null to follow the browser
 * @param theme {@code light}, {@code dark} or {@code auto}
 */
public record Account(@Id UUID id, @Version @Nullable Integer version, String username, String name, String password,
		boolean passwordGiven, Role role, boolean enabled, @Nullable String language, String theme, Instant createdAt,
		@Nullable Instant lastSignInAt) implements Audited {

	public static Account create(String username, String name, String encoded, Role role, Instant now) {
		return new Account(Ids.next(), null, username, name, encoded, false, role, true, null, "auto", now, null);
	}

	public static String username(String typed) {
		return typed.strip().toLowerCase(Locale.ROOT);
	}

	public Account edit(String newName, Role newRole, boolean newEnabled) {
		return new Account(this.id, this.version, this.username, newName, this.password, this.passwordGiven, newRole,
				newEnabled, this.language, this.theme, this.createdAt, this.lastSignInAt);
	}

	Account secure(String encoded, boolean given) {
		return new Account(this.id, this.version, this.username, this.name, encoded, given, this.role, this.enabled,
				this.language, this.theme, this.createdAt, this.lastSignInAt);
	}

	Account prefer(@Nullable String newLanguage, String newTheme) {
		return new Account(this.id, this.version, this.username, this.name, this.password, this.passwordGiven,
				this.role, this.enabled, newLanguage, newTheme, this.createdAt, this.lastSignInAt);
	}

	boolean administers() {
		return this.enabled && this.role == Role.ADMIN;
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("account", this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("username", this.username, "name", this.name, "role", this.role, "enabled", this.enabled);
	}

}
