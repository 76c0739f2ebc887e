package dev.sayso.decision.editor;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionScope;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Choices;

/**
 * Changes the criteria of one scope of a draft.
 */
@Component
class CriterionEditor {

	private final DecisionManagement management;

	CriterionEditor(DecisionManagement management) {
		this.management = management;
	}

	/**
	 * Saves other criteria of a scope.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code seen}
	 */
	Decision save(Decision decision, int seen, String placement, List<Criterion> criteria, Actor by) {
		return this.management.edit(decision.id(), seen, decision.name(), decision.description(),
				decision.draft().with(placement, criteria), by);
	}

	/** The decision as it would be with other criteria of a scope. */
	static Decision with(Decision decision, String placement, List<Criterion> criteria) {
		return decision.edit(decision.name(), decision.description(), decision.draft().with(placement, criteria),
				decision.changedAt(), decision.changedBy());
	}

	/**
	 * The scope on a placement.
	 * @throws NotFoundException when there is none
	 */
	static DecisionScope scope(Decision decision, String placement) {
		return decision.draft()
			.scope(placement)
			.orElseThrow(() -> new NotFoundException("scope " + placement + " of decision " + decision.slug()));
	}

	/**
	 * A criterion by its place, from 1.
	 * @throws NotFoundException when there is none
	 */
	static Criterion criterion(DecisionScope scope, int place) {
		List<Criterion> criteria = Tiers.of(scope.criteria()).criteria();
		if (place < 1 || place > criteria.size()) {
			throw new NotFoundException("criterion " + place + " of scope " + scope.placement());
		}
		return criteria.get(place - 1);
	}

	/**
	 * The criteria after a button of the tiers.
	 * @param act what it does: {@code up}, {@code down}, {@code join} or {@code remove}
	 */
	static List<Criterion> after(String act, DecisionScope scope, int place) {
		criterion(scope, place);
		Tiers tiers = Tiers.of(scope.criteria());
		return switch (act) {
			case "up" -> tiers.up(place).criteria();
			case "down" -> tiers.down(place).criteria();
			case "join" -> tiers.join(place).criteria();
			case "remove" -> tiers.remove(place).criteria();
			default -> {
				Choices.check(act.isEmpty());
				yield tiers.criteria();
			}
		};
	}

}
