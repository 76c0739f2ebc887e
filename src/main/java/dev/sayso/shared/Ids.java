package dev.sayso.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids that sort by the time they were made (UUID version 7, RFC 9562 section 5.7),
 * so that rows written together lie together in the store's indexes. Those that one
 * process makes sort in their order, also within a millisecond (section 6.2, method 1).
 */
public final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A millisecond has room for as many ids as twelve bits count. */
	private static final int COUNTER_BITS = 12;

	/** The millisecond and the count of the id made last. */
	private static final AtomicLong LAST = new AtomicLong();

	private Ids() {
	}

	/** What all ids made since an instant sort behind. */
	public static UUID first(Instant since) {
		return new UUID((since.toEpochMilli() << 16) | 0x7000L, 0x8000000000000000L);
	}

	public static UUID next() {
		long now = System.currentTimeMillis() << COUNTER_BITS;
		long made = LAST.updateAndGet((last) -> Math.max(last + 1, now));
		long high = ((made >> COUNTER_BITS) << 16) | 0x7000L | (made & 0xFFFL);
		long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

	/** An id that came from outside; empty where the text is none in its usual form. */
	public static Optional<UUID> parse(String text) {
		if (text.length() != 36) {
			return Optional.empty();
		}
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
