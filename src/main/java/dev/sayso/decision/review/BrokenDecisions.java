package dev.sayso.decision.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;
import dev.sayso.shared.Attention;

/**
 * Reports live decisions of which something cannot be evaluated any more, before anything
 * else: people get less than they should meanwhile.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenDecisions implements Attention {

	private final LiveCatalogue live;

	private final Clock clock;

	BrokenDecisions(LiveCatalogue live, Clock clock) {
		this.live = live;
		this.clock = clock;
	}

	@Override
	public List<Item> items() {
		Instant now = this.clock.instant();
		return this.live.now()
			.decisions()
			.values()
			.stream()
			.sorted(Comparator.comparing(LiveDecision::name))
			.flatMap((decision) -> item(decision, decision.broken(now).size()).stream())
			.toList();
	}

	private static Optional<Item> item(LiveDecision decision, int broken) {
		return (broken == 0) ? Optional.empty()
				: Optional.of(new Item("decision.attention.broken", "decision.attention.broken.detail", broken,
						"/decisions/" + decision.slug(), List.of(decision.name(), broken)));
	}

}
