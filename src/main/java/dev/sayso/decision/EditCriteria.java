package dev.sayso.decision;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFound;

/**
 * Changes the criteria of one scope of a draft.
 */
@Component
class EditCriteria {

	private final KeepDecision keep;

	EditCriteria(KeepDecision keep) {
		this.keep = keep;
	}

	/**
	 * Saves other criteria of a scope.
	 * @throws dev.sayso.shared.StaleEdit when somebody else saved since {@code seen}
	 */
	Decision save(Decision decision, int seen, String placement, List<Criterion> criteria, Actor by) {
		return this.keep.edit(decision.id(), seen, decision.name(), decision.description(),
				decision.draft().with(placement, criteria), by);
	}

	/**
	 * The decision as it would be with other criteria of a scope.
	 */
	static Decision with(Decision decision, String placement, List<Criterion> criteria) {
		return decision.edit(decision.name(), decision.description(), decision.draft().with(placement, criteria),
				decision.changedAt(), decision.changedBy());
	}

	/**
	 * The scope on a placement.
	 * @throws NotFound when there is none
	 */
	static Scope scope(Decision decision, String placement) {
		return decision.draft()
			.scope(placement)
			.orElseThrow(() -> new NotFound("scope " + placement + " of decision " + decision.slug()));
	}

	/**
	 * A criterion by its place, from 1.
	 * @throws NotFound when there is none
	 */
	static Criterion criterion(Scope scope, int place) {
		List<Criterion> criteria = Ladder.of(scope.criteria()).criteria();
		if (place < 1 || place > criteria.size()) {
			throw new NotFound("criterion " + place + " of scope " + scope.placement());
		}
		return criteria.get(place - 1);
	}

	/**
	 * The criteria after a button of the ladder.
	 * @param act what it does: {@code up}, {@code down}, {@code join} or {@code remove}
	 */
	static List<Criterion> after(String act, Scope scope, int place) {
		criterion(scope, place);
		Ladder ladder = Ladder.of(scope.criteria());
		return switch (act) {
			case "up" -> ladder.up(place).criteria();
			case "down" -> ladder.down(place).criteria();
			case "join" -> ladder.join(place).criteria();
			case "remove" -> ladder.remove(place).criteria();
			default -> ladder.criteria();
		};
	}

}
