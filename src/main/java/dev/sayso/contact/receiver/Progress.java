package dev.sayso.contact.receiver;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How far a receiver was told.
 *
 * @param first the place before the first change it is told of
 * @param seq the place up to which nothing waits but what stands as waiting in the store
 * @param round counted on with each replay
 * @param snapshotAfter the last person whose say was told, while all of them are; null
 * when none are
 * @param failingSince since when it takes nothing; null where it does
 * @param rests how often it was left alone since
 * @param restUntil until when it is
 */
record Progress(UUID receiver, long first, long seq, int round, @Nullable UUID snapshotAfter,
		@Nullable Instant failingSince, int rests, @Nullable Instant restUntil) {

	/** Before everybody. */
	static final UUID NOBODY = new UUID(0, 0);

	boolean isFailing() {
		return this.failingSince != null;
	}

	boolean rests(Instant now) {
		return this.restUntil != null && now.isBefore(this.restUntil);
	}

	Progress at(long place) {
		return new Progress(this.receiver, this.first, place, this.round, this.snapshotAfter, this.failingSince,
				this.rests, this.restUntil);
	}

	Progress snapshot(@Nullable UUID after) {
		return new Progress(this.receiver, this.first, this.seq, this.round, after, this.failingSince, this.rests,
				this.restUntil);
	}

	/** It took something. */
	Progress well() {
		return new Progress(this.receiver, this.first, this.seq, this.round, this.snapshotAfter, null, 0, null);
	}

	/** It takes nothing: it is left alone for a while. */
	Progress down(Instant now) {
		return new Progress(this.receiver, this.first, this.seq, this.round, this.snapshotAfter,
				(this.failingSince != null) ? this.failingSince : now, this.rests + 1,
				now.plus(RetryPauses.rest(this.rests + 1)));
	}

}
