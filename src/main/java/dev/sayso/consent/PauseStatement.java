package dev.sayso.consent;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * States that somebody wants no marketing until a day, or wants it again.
 *
 * @param purpose marketing on any channel, or on one
 * @param until the last day of it; null ends it
 * @param saidAt when it was said, where that was before now
 */
public record PauseStatement(Purpose purpose, @Nullable LocalDate until, @Nullable Instant saidAt,
		@Nullable String reason) {

	public static PauseStatement of(Purpose purpose, @Nullable LocalDate until, @Nullable String reason) {
		return new PauseStatement(purpose, until, null, reason);
	}

}
