package dev.sayso.store;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is read over and over for as long as a piece of work does not change it,
 * such as the facts there are while a page with conditions is drawn, or while ten
 * thousand offers are checked against them. Other threads read as ever.
 */
public final class HeldReadings {

	private static final ThreadLocal<@Nullable HeldReadings> HELD = new ThreadLocal<>();

	private final Map<Object, Object> readings = new IdentityHashMap<>();

	private final @Nullable HeldReadings around;

	private final boolean untilChanged;

	private boolean watching;

	private HeldReadings(@Nullable HeldReadings around, boolean untilChanged) {
		this.around = around;
		this.untilChanged = untilChanged;
	}

	/**
	 * Work that changes much and nothing of what is held.
	 */
	public static void during(Runnable work) {
		begin(false);
		try {
			work.run();
		}
		finally {
			end();
		}
	}

	/**
	 * Begins work; who does must {@link #end()} it.
	 * @param untilChanged whether it may change what is held, and then reads it again
	 */
	static void begin(boolean untilChanged) {
		HELD.set(new HeldReadings(HELD.get(), untilChanged));
	}

	static void end() {
		HELD.set(Objects.requireNonNull(HELD.get()).around);
	}

	/**
	 * Something was configured otherwise: what was read is read again, and once more
	 * where that comes to nothing.
	 */
	public static void changed() {
		for (HeldReadings held = HELD.get(); held != null; held = held.around) {
			if (held.untilChanged) {
				held.forget();
			}
		}
	}

	private void forget() {
		this.readings.clear();
		if (!this.watching && TransactionSynchronizationManager.isSynchronizationActive()) {
			this.watching = true;
			TransactionSynchronizationManager.registerSynchronization(new Watch());
		}
	}

	/**
	 * What a reader reads, once where it is held.
	 * @param of whose reading it is
	 */
	@SuppressWarnings("unchecked")
	public static <T> T get(Object of, Supplier<T> reader) {
		HeldReadings held = HELD.get();
		return (held != null) ? (T) held.readings.computeIfAbsent(of, (key) -> reader.get()) : reader.get();
	}

	/** Forgets what a transaction read of its own changes, which may be undone. */
	private final class Watch implements TransactionSynchronization {

		@Override
		public void afterCompletion(int status) {
			HeldReadings.this.watching = false;
			if (status != STATUS_COMMITTED) {
				HeldReadings.this.readings.clear();
			}
		}

	}

}
