package dev.sayso.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock ticks at the store's own precision, so that what is saved reads back equal.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

	@Bean
	Clock clock() {
		return new MicrosecondClock(Clock.systemUTC());
	}

	/**
	 * Instead of {@link Clock#tick}, whose {@code millis()} divides by zero where it
	 * ticks within a millisecond.
	 */
	private static final class MicrosecondClock extends Clock {

		private final Clock clock;

		private MicrosecondClock(Clock clock) {
			this.clock = clock;
		}

		@Override
		public ZoneId getZone() {
			return this.clock.getZone();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return new MicrosecondClock(this.clock.withZone(zone));
		}

		@Override
		public Instant instant() {
			return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		}

	}

}
