package dev.sayso.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;

/**
 * No marketing until a day, for everything or a channel: it changes no choice and ends by
 * itself.
 *
 * @param purpose marketing on any channel, or on the one that is paused
 * @param until the last day of it where the person lives
 * @param ends when that day is over
 * @param own whether it is surely the person's own, so that nobody ends it lightly
 * @param actor the name of who recorded it; empty for the person themself
 * @param source where it was said, in words
 * @param ledgerId the ledger's entry that wrote it
 */
public record Pause(Purpose purpose, LocalDate until, Instant ends, Instant since, Instant saidAt, Origin origin,
		boolean own, String actor, @Nullable String reason, @Nullable String source, UUID ledgerId) {

	/** What the ledger's entries about pauses are about, up to a dot. */
	public static final String PREFIX = "pause.";

	private static final String MARKETING = "marketing.";

	public boolean isRunning(Instant at) {
		return at.isBefore(this.ends);
	}

	/**
	 * Whether others end it only by right and with a reason: what the person said
	 * themself, and what somebody said on a page who typed their address.
	 */
	public boolean isTheirs() {
		return this.own || this.origin == Origin.SUBJECT;
	}

	/** What it covers, as the API and forms name it: {@code any} or a channel. */
	public String key() {
		return key(this.purpose);
	}

	public static String key(Purpose purpose) {
		return purpose.key().substring(MARKETING.length());
	}

	/** What may be paused under the name of the API and of forms. */
	public static Optional<Purpose> purpose(String key) {
		return Purpose.of(MARKETING + key);
	}

	/** What an entry of the ledger pauses; empty where it is about something else. */
	public static Optional<Purpose> subject(String ledgerPurpose) {
		return ledgerPurpose.startsWith(PREFIX) ? purpose(ledgerPurpose.substring(PREFIX.length())) : Optional.empty();
	}

	/** What the ledger's entries about a pause are about. */
	public static String ledgerPurpose(Purpose purpose) {
		return PREFIX + key(purpose);
	}

}
