package dev.sayso.consent;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;

/**
 * The current choice of one person for one purpose, with since when, by whom and why.
 *
 * @param since when Sayso recorded it
 * @param saidAt when it was said, which another system may put before {@code since}
 * @param own whether it is surely the person's own say, so that nobody lifts their no
 * lightly
 * @param actor the name of who recorded it; empty for the person themself
 * @param source where it was said, in words, such as a page and its version
 * @param ledgerId the ledger's entry that wrote it
 */
public record Consent(Purpose purpose, Choice choice, Instant since, Instant saidAt, Origin origin, boolean own,
		String actor, @Nullable String reason, @Nullable String source, UUID ledgerId) {

	/** What somebody might have said who is not in the store, or has not said it. */
	public static Consent imagined(Purpose purpose, Choice choice, Instant since) {
		return new Consent(purpose, choice, since, since, Origin.OPERATOR, false, "", null, null, new UUID(0, 0));
	}

	/**
	 * Whether others lift it only by right and with a reason: what the person said
	 * themself, and what somebody said on a page who typed their address.
	 */
	public boolean isTheirs() {
		return this.own || this.origin == Origin.SUBJECT;
	}

	/**
	 * Whether it was said in the face of any no before it: a yes does, a no, and the
	 * person's own taking back; a default, a lawful basis and what others untick do not.
	 */
	boolean outweighsOlderNo() {
		return switch (this.choice) {
			case YES, NO -> true;
			case UNKNOWN -> this.own && (this.origin == Origin.SUBJECT || this.origin == Origin.OPERATOR);
			default -> false;
		};
	}

	/** Whether anything is said at all: {@code u} is as if nothing were. */
	public boolean isSaid() {
		return this.choice != Choice.UNKNOWN;
	}

}
