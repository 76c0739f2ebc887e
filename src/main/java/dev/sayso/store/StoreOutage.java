package dev.sayso.store;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells what failed because of the store from what failed because of what was asked.
 */
public final class StoreOutage {

	/** How many causes are looked at, should they go in a circle. */
	private static final int DEPTH = 20;

	private static final List<Class<? extends Exception>> OUTAGES = List.of(CannotCreateTransactionException.class,
			TransactionSystemException.class, NonTransientDataAccessResourceException.class,
			TransientDataAccessResourceException.class, SQLTransientConnectionException.class,
			SQLNonTransientConnectionException.class, SQLRecoverableException.class);

	private StoreOutage() {
	}

	/** Whether the store could not be reached or could not write. */
	public static boolean isOutage(Throwable failure) {
		return StoreFailures.isFailure(failure)
				|| causes(failure).anyMatch((cause) -> OUTAGES.stream().anyMatch((outage) -> outage.isInstance(cause)));
	}

	/** Whether there was room for noes alone. */
	public static boolean isLow(Throwable failure) {
		return causes(failure).anyMatch(LowDiskException.class::isInstance);
	}

	static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH);
	}

}
