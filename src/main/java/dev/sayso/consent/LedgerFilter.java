package dev.sayso.consent;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of somebody's ledger are asked for; a null lets all through.
 *
 * @param purpose the purpose's key
 * @param from not before this instant
 * @param until before this instant
 */
public record LedgerFilter(@Nullable String purpose, @Nullable Origin origin, @Nullable Instant from,
		@Nullable Instant until) {

	/** Lets everything through. */
	public static final LedgerFilter ALL = new LedgerFilter(null, null, null, null);

}
