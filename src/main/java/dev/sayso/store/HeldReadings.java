package dev.sayso.store;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what is read over and over for as long as a piece of work knows that it does not
 * change it, such as the facts there are while ten thousand offers are checked against
 * them. Other threads read as ever.
 */
public final class HeldReadings {

	private static final ThreadLocal<@Nullable Map<Object, Object>> HELD = new ThreadLocal<>();

	private HeldReadings() {
	}

	public static void during(Runnable work) {
		asOne(() -> {
			work.run();
			return true;
		});
	}

	/** The same for work that comes to something, such as a page. */
	public static <T> T asOne(Supplier<T> work) {
		Map<Object, Object> outer = HELD.get();
		HELD.set(new IdentityHashMap<>());
		try {
			return work.get();
		}
		finally {
			HELD.set(outer);
		}
	}

	/**
	 * What a reader reads, once where it is held.
	 * @param of whose reading it is
	 */
	@SuppressWarnings("unchecked")
	public static <T> T get(Object of, Supplier<T> reader) {
		Map<Object, Object> held = HELD.get();
		return (held != null) ? (T) held.computeIfAbsent(of, (key) -> reader.get()) : reader.get();
	}

}
