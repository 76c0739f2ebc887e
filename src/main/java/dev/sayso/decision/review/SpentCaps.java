package dev.sayso.decision.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CapCounts;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveOffer;
import dev.sayso.offer.Cap;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.BatchedQueries;

/**
 * Tells which caps for all together are spent now.
 */
@Component
class SpentCaps {

	private final BatchedQueries queries;

	private final Clock clock;

	private final TimeFormat times;

	SpentCaps(BatchedQueries queries, Clock clock, TimeFormat times) {
		this.queries = queries;
		this.clock = clock;
		this.times = times;
	}

	BiPredicate<LiveOffer, Cap> load(LiveDecision live) {
		List<LiveOffer> capped = live.scopes()
			.values()
			.stream()
			.flatMap((scope) -> scope.capped().stream())
			.distinct()
			.toList();
		if (capped.isEmpty()) {
			return (offer, cap) -> false;
		}
		CapCounts counts = CapCounts.read(this.queries, capped,
				LocalDate.ofInstant(this.clock.instant(), this.times.zone()), null);
		return (offer, cap) -> !cap.each() && counts.taken(offer, cap) >= cap.limit();
	}

}
