package dev.sayso.decision.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.decision.LiveOffer;
import dev.sayso.offer.Cap;
import dev.sayso.shared.TimeFormat;

/**
 * Tells which caps for all together are spent by now, for those who review a decision.
 */
@Component
class SpentCaps {

	private static final UUID ALL = new UUID(0, 0);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TimeFormat times;

	SpentCaps(JdbcClient jdbc, Clock clock, TimeFormat times) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.times = times;
	}

	/** One count of an offer. */
	private record Counter(UUID offer, String cap, LocalDate since) {
	}

	BiPredicate<LiveOffer, Cap> of(Collection<LiveOffer> offers) {
		LocalDate today = this.clock.instant().atZone(this.times.zone()).toLocalDate();
		Map<Counter, Integer> taken = taken(offers.stream()
			.filter((offer) -> offer.caps().stream().anyMatch((cap) -> !cap.each()))
			.map(LiveOffer::id)
			.distinct()
			.toList());
		return (offer, cap) -> !cap.each()
				&& taken.getOrDefault(new Counter(offer.id(), cap.key(), cap.period().since(today)), 0) >= cap.limit();
	}

	private Map<Counter, Integer> taken(Collection<UUID> offers) {
		Map<Counter, Integer> taken = new HashMap<>();
		if (!offers.isEmpty()) {
			this.jdbc.sql("""
					select offer_id, cap, since, taken from cap_count
					where profile_id = :all and offer_id in (:offers)""")
				.param("all", ALL)
				.param("offers", offers)
				.query((row) -> {
					taken.put(new Counter(row.getObject("offer_id", UUID.class), row.getString("cap"),
							row.getObject("since", LocalDate.class)), row.getInt("taken"));
				});
		}
		return taken;
	}

}
