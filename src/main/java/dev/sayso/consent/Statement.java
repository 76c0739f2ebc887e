package dev.sayso.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * One choice somebody states for one purpose.
 *
 * @param saidAt when it was said; null for now
 * @param reason why, at most 255 characters
 */
public record Statement(Purpose purpose, Choice choice, @Nullable Instant saidAt, @Nullable String reason) {

	/**
	 * At the store's precision, lest what the ledger's chain was made over reads back
	 * otherwise.
	 */
	public Statement {
		saidAt = (saidAt != null) ? saidAt.truncatedTo(ChronoUnit.MICROS) : null;
	}

	public static Statement of(Purpose purpose, Choice choice) {
		return new Statement(purpose, choice, null, null);
	}

	public static Statement of(Purpose purpose, Choice choice, @Nullable String reason) {
		return new Statement(purpose, choice, null, reason);
	}

}
