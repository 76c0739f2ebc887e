package dev.sayso.consent.suppression;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.sayso.shared.Channel;
import dev.sayso.shared.SaysoProperties;

/**
 * Holds addresses until the transaction ends, so that what is kept for one and whoever
 * gains it come one after the other, and neither misses the other. Whoever holds a say as
 * well holds its addresses first.
 */
@Component
class AddressLocks {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final JdbcClient jdbc;

	private final SuppressionHashes hashes;

	private final boolean embedded;

	/** By whom an address is held in the embedded store, which has no other process. */
	private final Map<Long, Thread> held = new HashMap<>();

	AddressLocks(JdbcClient jdbc, SuppressionHashes hashes, SaysoProperties properties) {
		this.jdbc = jdbc;
		this.hashes = hashes;
		this.embedded = properties.embedded();
	}

	/**
	 * Holds addresses, always in the same order.
	 * @param addresses normalised, by channel
	 * @throws CannotAcquireLockException when another holds one for too long
	 */
	void hold(Map<Channel, String> addresses) {
		hold(List.of(addresses));
	}

	/** The same of many people or messages. */
	void hold(Collection<Map<Channel, String>> many) {
		Long[] keys = many.stream()
			.flatMap((addresses) -> addresses.entrySet().stream())
			.map((address) -> Long.parseUnsignedLong(this.hashes.hash(address.getKey(), address.getValue()), 0, 16, 16))
			.distinct()
			.sorted()
			.toArray(Long[]::new);
		if (this.embedded) {
			for (Long key : keys) {
				hold(key);
			}
		}
		else if (keys.length > 0) {
			this.jdbc.sql("select pg_advisory_xact_lock(key) from unnest(:keys) as key")
				.param("keys", keys)
				.query((row, number) -> number)
				.list();
		}
	}

	private void hold(Long key) {
		synchronized (this.held) {
			Thread mine = Thread.currentThread();
			long until = System.nanoTime() + PATIENCE.toNanos();
			while (this.held.getOrDefault(key, mine) != mine) {
				await(until - System.nanoTime());
			}
			if (this.held.put(key, mine) == null) {
				TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void afterCompletion(int status) {
						release(key);
					}

				});
			}
		}
	}

	private void await(long nanos) {
		try {
			if (nanos > 0) {
				TimeUnit.NANOSECONDS.timedWait(this.held, nanos);
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new CannotAcquireLockException("An address is held by another for too long");
	}

	private void release(Long key) {
		synchronized (this.held) {
			this.held.remove(key);
			this.held.notifyAll();
		}
	}

}
