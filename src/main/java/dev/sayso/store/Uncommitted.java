package dev.sayso.store;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells whether what is read may yet be undone, so that nobody keeps it in memory for
 * others.
 */
public final class Uncommitted {

	private Uncommitted() {
	}

	/** Whether this thread is in a transaction that may have written. */
	public static boolean isPossible() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				&& !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
	}

}
