package dev.sayso.decision.board;

import java.time.Clock;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.placement.StarterLayouts;
import dev.sayso.offer.placement.Surface;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Actor;

/**
 * Makes placements where a board misses them.
 */
@Component
class MadePlacements {

	private final Placements placements;

	private final AuditedChanges changes;

	private final Clock clock;

	private final FreeKeys keys;

	private final StarterLayouts starters;

	MadePlacements(Placements placements, AuditedChanges changes, Clock clock, FreeKeys keys, StarterLayouts starters) {
		this.placements = placements;
		this.changes = changes;
		this.clock = clock;
		this.keys = keys;
		this.starters = starters;
	}

	/**
	 * Makes a placement.
	 * @param use what is done with it in the same transaction
	 */
	<T> T make(String name, String surface, String contentType, Actor by, Function<Placement, T> use) {
		return this.keys.make(name, (key) -> this.placements.findBySlug(key).isPresent(), (key) -> {
			ContentType type = ContentType.of(contentType).orElseThrow();
			Placement created = Placement
				.create(key, name, "", new Surface(surface), type, 1, this.clock.instant(), by.name())
				.with(this.starters.get(type));
			return use.apply(this.changes.create(this.placements, created, by));
		});
	}

}
