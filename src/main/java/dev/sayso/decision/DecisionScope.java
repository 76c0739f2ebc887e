package dev.sayso.decision;

import java.util.List;

/**
 * A placement and what may show there: the criteria, tried in their order.
 *
 * @param placement the placement's key, once in a decision
 */
public record DecisionScope(String placement, List<Criterion> criteria) {

	public static final int MOST_CRITERIA = 30;

	public DecisionScope {
		criteria = List.copyOf(criteria);
	}

	DecisionScope with(List<Criterion> changed) {
		return new DecisionScope(this.placement, changed);
	}

}
