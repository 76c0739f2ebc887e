package dev.sayso.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clock ticks at the store's own precision, so that what is saved reads back equal.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

	/**
	 * Instead of {@link Clock#tick}, whose {@code millis()} divides by zero where it
	 * ticks within a millisecond.
	 */
	@Bean
	Clock clock() {
		InstantSource microseconds = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
		return microseconds.withZone(ZoneOffset.UTC);
	}

}
