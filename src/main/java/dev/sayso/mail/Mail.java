package dev.sayso.mail;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.ProfileId;

/**
 * A mail in the outbox.
 *
 * @param address whom it goes to; null once it is handed over
 * @param masked the same as its owner recognises it and nobody else learns it; empty once
 * it is handed over to somebody without a profile
 * @param payload what its kind needs to compose it
 * @param attempts how often it was tried
 * @param dueAt when it is tried next
 * @param fault why it was not taken, the end of a message key; null where nothing is
 * wrong
 * @param detail what the server said
 * @param content as it was composed, where mails are kept to be read
 * @param changedAt since when it is in its state
 */
public record Mail(UUID id, String kind, @Nullable String address, String masked, @Nullable ProfileId profile,
		String language, String payload, MailState state, int attempts, Instant dueAt, @Nullable String fault,
		@Nullable String detail, @Nullable MailContent content, Instant createdAt, Instant changedAt) {

	static String mask(String address) {
		int at = address.lastIndexOf('@');
		String first = (at < 1) ? "" : address.substring(0, address.offsetByCodePoints(0, 1));
		return first + "•••••" + address.substring(Math.max(0, at));
	}

	/** Whom it goes to, before it is handed over. */
	public String to() {
		return Objects.requireNonNull(this.address);
	}

}
