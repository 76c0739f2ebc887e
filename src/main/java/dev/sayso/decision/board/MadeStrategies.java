package dev.sayso.decision.board;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.shared.Actor;

/**
 * Makes a selection strategy of a criterion, so that others use it.
 */
@Component
class MadeStrategies {

	private final Strategies strategies;

	private final DecisionManagement management;

	private final AuditedChanges changes;

	private final Clock clock;

	private final FreeKeys keys;

	MadeStrategies(Strategies strategies, DecisionManagement management, AuditedChanges changes, Clock clock,
			FreeKeys keys) {
		this.strategies = strategies;
		this.management = management;
		this.changes = changes;
		this.clock = clock;
		this.keys = keys;
	}

	/**
	 * Makes a strategy, which says the criterion then, or does neither.
	 * @param seen the save of the decision that was shown
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved the decision
	 * since
	 */
	void make(Decision decision, int seen, String placement, int place, String name, Actor by) {
		Criterion criterion = BoardPlaces.criterion(decision, placement, place);
		this.keys.make(name, (key) -> this.strategies.findBySlug(key).isPresent(), (key) -> {
			this.changes.create(this.strategies,
					Strategy.create(key, name, "", criterion, this.clock.instant(), by.name()), by);
			return this.management.edit(decision, seen,
					BoardPlaces.changing(placement, place, (each) -> Criterion.by(each.order(), key))
						.apply(decision.draft()),
					by);
		});
	}

}
