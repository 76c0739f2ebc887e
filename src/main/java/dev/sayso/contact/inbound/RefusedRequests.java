package dev.sayso.contact.inbound;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * How many requests to each connector were refused since this instance was started, so
 * that who sets one up sees a wrong secret. Nothing is written for strangers.
 */
@Component
class RefusedRequests {

	private final Map<UUID, Count> counts = new ConcurrentHashMap<>();

	private final Clock clock;

	RefusedRequests(Clock clock) {
		this.clock = clock;
	}

	/**
	 * @param last when the last one came
	 */
	record Count(long number, Instant last) {

	}

	void note(Connector connector) {
		Instant now = this.clock.instant();
		this.counts.merge(connector.id(), new Count(1, now),
				(before, one) -> new Count(before.number() + 1, one.last()));
	}

	Optional<Count> find(Connector connector) {
		return Optional.ofNullable(this.counts.get(connector.id()));
	}

}
