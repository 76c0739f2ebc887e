package dev.sayso.decision.board;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.decision.Decision;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.collection.Collections;
import dev.sayso.shared.Actor;

/**
 * Makes a collection of the offers that a criterion holds, so that others share them.
 */
@Component
class MadeCollections {

	private final Collections collections;

	private final DecisionManagement management;

	private final AuditedChanges changes;

	private final Clock clock;

	private final FreeKeys keys;

	MadeCollections(Collections collections, DecisionManagement management, AuditedChanges changes, Clock clock,
			FreeKeys keys) {
		this.collections = collections;
		this.management = management;
		this.changes = changes;
		this.clock = clock;
		this.keys = keys;
	}

	/**
	 * Makes a collection, which the criterion takes its offers from then, or does
	 * neither.
	 * @param seen the save of the decision that was shown
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved the decision
	 * since
	 */
	void make(Decision decision, int seen, String placement, int place, String name, Actor by) {
		List<String> offers = BoardPlaces.criterion(decision, placement, place).offers();
		this.keys.make(name, (key) -> this.collections.findBySlug(key).isPresent(), (key) -> {
			this.changes.create(this.collections, Collection.create(key, name, "",
					new Collection.Content(offers, List.of(), false), this.clock.instant(), by.name()), by);
			return this.management.edit(decision, seen,
					BoardPlaces.changing(placement, place, (criterion) -> criterion.drawingFrom(key))
						.apply(decision.draft()),
					by);
		});
	}

}
