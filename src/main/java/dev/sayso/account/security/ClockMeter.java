package dev.sayso.account.security;

import java.time.Clock;

import io.github.bucket4j.TimeMeter;

/**
 * The injected clock as buckets want it.
 */
record ClockMeter(Clock clock) implements TimeMeter {

	@Override
	public long currentTimeNanos() {
		return this.clock.millis() * 1_000_000L;
	}

	@Override
	public boolean isWallClockBased() {
		return true;
	}

}
