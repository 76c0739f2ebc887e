package dev.sayso.decision.impact;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What publishing a draft would change, while it is worked out and after.
 *
 * @param draft the save of the decision whose draft it is about
 * @param everybody whether it was asked for everybody, however long that takes
 * @param touchedAt when it last went on
 * @param outcome {@code done} or {@code failed}; null while it is worked out
 * @param result null until it is done
 */
record Impact(UUID id, UUID decision, int draft, Instant begunAt, String begunBy, boolean everybody, long total,
		long seen, Instant touchedAt, @Nullable String outcome, @Nullable ImpactResult result) {

	/**
	 * How long one may stand still before it is thought to have broken off, in seconds.
	 */
	private static final long STILL = 60;

	boolean isMoving(Instant now) {
		return this.outcome == null && this.touchedAt.plusSeconds(STILL).isAfter(now);
	}

	public long percent() {
		return (this.total == 0) ? 0 : Math.min(99, this.seen * 100 / this.total);
	}

}
