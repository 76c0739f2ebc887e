package dev.sayso.contact.receiver;

import java.time.Duration;
import java.util.List;

/**
 * How long a change waits that a receiver did not take, and how long a receiver is left
 * alone that takes none: longer each time, and not for ever.
 */
final class RetryPauses {

	/** How often one change is tried. */
	static final int ATTEMPTS = 16;

	/** For how long a receiver may fail before nobody tries any more. */
	static final Duration PATIENCE = Duration.ofDays(5);

	/** After so many failures one after the other the receiver itself is at fault. */
	static final int DOWN = 10;

	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
			Duration.ofMinutes(2), Duration.ofMinutes(8), Duration.ofMinutes(20), Duration.ofHours(1),
			Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(12));

	private static final List<Duration> RESTS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
			Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

	private RetryPauses() {
	}

	/**
	 * @param attempts how often it was tried, 1 or more
	 */
	static Duration after(int attempts) {
		return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
	}

	/**
	 * @param rests how often it was left alone, 1 or more
	 */
	static Duration rest(int rests) {
		return RESTS.get(Math.min(rests, RESTS.size()) - 1);
	}

}
