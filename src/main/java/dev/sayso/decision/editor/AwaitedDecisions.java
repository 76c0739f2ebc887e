package dev.sayso.decision.editor;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.Attention;

/**
 * Tells the console's first page of decisions that somebody asked another to publish, and
 * of those that were to be published by now and were not.
 */
@Component
class AwaitedDecisions implements Attention {

	private final Decisions decisions;

	private final ScheduledPublications schedules;

	AwaitedDecisions(Decisions decisions, ScheduledPublications schedules) {
		this.decisions = decisions;
		this.schedules = schedules;
	}

	@Override
	public List<Item> items() {
		List<UUID> missed = this.schedules.missed();
		return Stream
			.concat(missed.isEmpty() ? Stream.empty()
					: this.decisions.findByIdIn(missed).stream().map(AwaitedDecisions::missed),
					this.decisions.findRequested().stream().map(AwaitedDecisions::requested))
			.toList();
	}

	private static Item missed(Decision decision) {
		return new Item("decision.missed", "decision.missed.text", 1, "/decisions/" + decision.slug(),
				List.of(decision.name()));
	}

	private static Item requested(Decision decision) {
		return new Item("decision.requested", "decision.requested.text", 1, "/decisions/" + decision.slug() + "/review",
				List.of(decision.name(), decision.fourEyes().editor().name()));
	}

}
