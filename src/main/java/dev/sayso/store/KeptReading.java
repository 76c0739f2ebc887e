package dev.sayso.store;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something that is read of the whole store and may be a little old. What takes long is
 * kept for six hundred times as long, so that a page is slow by it once; what does not is
 * read each time.
 */
public final class KeptReading<T> {

	private static final Duration LONG = Duration.ofMillis(100);

	private static final int TIMES = 600;

	private volatile @Nullable Kept<T> kept;

	/**
	 * What was read.
	 *
	 * @param key of what
	 * @param until on the clock of {@link System#nanoTime}
	 */
	private record Kept<T>(Object key, T reading, long until) {

	}

	/**
	 * Reads it, unless the same is kept.
	 * @param key of what is read
	 */
	public T get(Object key, Supplier<T> reader) {
		Kept<T> before = this.kept;
		long begun = System.nanoTime();
		if (before != null && before.until() - begun > 0 && before.key().equals(key)) {
			return before.reading();
		}
		T reading = reader.get();
		long took = System.nanoTime() - begun;
		this.kept = (took > LONG.toNanos()) ? new Kept<>(key, reading, begun + TIMES * took) : null;
		return reading;
	}

}
