package dev.sayso.service;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ledger.LedgerEntry;

/**
 * What became of a statement about a service.
 *
 * @param entry the ledger's, where it changed something
 */
public record SubscriptionOutcome(Kind kind, @Nullable LedgerEntry entry) {

	public enum Kind {

		CHANGED,
		/** It stood already. */
		STANDS,
		/** What was said later stands. */
		OUTDATED,
		/** A file subscribes nobody who unsubscribed. */
		KEPT_OUT,
		/** The person unsubscribed themself, and what lifting that takes is missing. */
		OWN_NO,
		/** The service takes nobody new. */
		CLOSED,
		/** The service does not come that often. */
		UNKNOWN_FREQUENCY

	}

	public boolean changed() {
		return this.kind == Kind.CHANGED;
	}

}
