package dev.sayso.store;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

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

	/** Something was configured otherwise. */
	public static void changed() {
		HeldReadings held = HELD.get();
		if (held != null && held.untilChanged) {
			held.readings.clear();
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

}
