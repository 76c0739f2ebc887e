package dev.sayso.decision;

import java.util.List;

/**
 * A placement and what may show there: the criteria, tried in their order.
 *
 * @param placement the placement's key, once in a decision
 */
public record Scope(String placement, List<Criterion> criteria) {

	/** How many criteria one may have. */
	public static final int MOST_CRITERIA = 30;

	public Scope {
		criteria = List.copyOf(criteria);
	}

	Scope with(List<Criterion> changed) {
		return new Scope(this.placement, changed);
	}

}
