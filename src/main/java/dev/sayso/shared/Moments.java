package dev.sayso.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

/**
 * The clock at the store's own precision, so that what is saved reads back equal.
 */
@Component
public class Moments {

	private final Clock clock;

	public Moments(Clock clock) {
		this.clock = clock;
	}

	public Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
