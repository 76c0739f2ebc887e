package dev.sayso.account;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How often in a row somebody failed to sign in under one name, and what follows: from
 * the third failure on each answer is slower, the fifth closes the name for a minute, and
 * each further one for twice as long, a quarter of an hour at most. A day without a
 * failure, or a success, forgets them all.
 */
public record SignInFailureCount(int count, Instant lastAt, @Nullable Instant lockedUntil) {

	static final int SLOWED_FROM = 3;

	public static final int LOCKED_FROM = 5;

	static final Duration FIRST_LOCK = Duration.ofMinutes(1);

	public static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

	static final Duration FORGOTTEN = Duration.ofDays(1);

	private static final Duration FIRST_DELAY = Duration.ofMillis(500);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

	static SignInFailureCount none() {
		return new SignInFailureCount(0, Instant.EPOCH, null);
	}

	SignInFailureCount next(Instant now) {
		int next = this.lastAt.plus(FORGOTTEN).isBefore(now) ? 1 : this.count + 1;
		Instant until = (next < LOCKED_FROM) ? null : now.plus(doubled(FIRST_LOCK, next - LOCKED_FROM, LONGEST_LOCK));
		return new SignInFailureCount(next, now, until);
	}

	Duration locked(Instant now) {
		return (this.lockedUntil != null && this.lockedUntil.isAfter(now)) ? Duration.between(now, this.lockedUntil)
				: Duration.ZERO;
	}

	public Duration delay() {
		return (this.count < SLOWED_FROM) ? Duration.ZERO
				: doubled(FIRST_DELAY, this.count - SLOWED_FROM, LONGEST_DELAY);
	}

	private static Duration doubled(Duration first, int times, Duration most) {
		Duration duration = first.multipliedBy(1L << Math.min(times, 10));
		return (duration.compareTo(most) > 0) ? most : duration;
	}

}
