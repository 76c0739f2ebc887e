package dev.sayso.consent;

import java.time.Instant;

/**
 * When something about a person changed last, and by whom.
 *
 * @param by a name; the page or file for the person's own and an import's changes
 */
public record LastChange(Instant at, Origin origin, String by) {

	/**
	 * A page, and a file that brings many, tell more than who is behind them.
	 */
	static LastChange of(LedgerEntry entry) {
		boolean bySource = entry.origin() == Origin.IMPORT || entry.actor().name().isEmpty();
		return new LastChange(entry.at(), entry.origin(),
				(bySource && entry.source() != null) ? entry.source() : entry.actor().name());
	}

}
