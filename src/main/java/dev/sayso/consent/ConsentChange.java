package dev.sayso.consent;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a declaration changes for one purpose; becomes a row of the ledger.
 *
 * @param before null where there was no row
 */
public record ConsentChange(Purpose purpose, @Nullable Choice before, Choice after, Instant saidAt,
		@Nullable String reason) {

}
