package dev.sayso.mail;

import java.time.Duration;
import java.util.List;

/**
 * How long a mail waits that was not taken: longer each time, and not for ever.
 */
final class MailPauses {

	/** How long a mail is tried, counted from when it was asked for. */
	static final Duration PATIENCE = Duration.ofDays(5);

	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6),
			Duration.ofHours(12));

	/** How long nobody knocks after so many times that the server was not there. */
	private static final List<Duration> RESTS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(15),
			Duration.ofSeconds(60), Duration.ofMinutes(5));

	private MailPauses() {
	}

	/**
	 * @param attempts how often it was tried, 1 or more
	 */
	static Duration after(int attempts) {
		return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
	}

	static Duration rest(int failures) {
		return RESTS.get(Math.min(failures, RESTS.size()) - 1);
	}

}
