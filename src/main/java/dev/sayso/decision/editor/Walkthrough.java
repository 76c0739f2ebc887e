package dev.sayso.decision.editor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.CandidateOutcome;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.PriorityTier;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.TraceEntry;

/**
 * The way of a person down the tiers of a scope, to be shown on them: the tiers that had
 * something for them, each criterion, and the floor.
 *
 * @param criteria by their place from the top, from 1
 * @param tiers the numbers of those that something was picked from
 * @param floor whether they end on the fallback
 * @param shows whether anything shows at all
 * @param called what they are called
 */
public record Walkthrough(Map<Integer, Lit> criteria, Set<Integer> tiers, boolean floor, boolean shows, String called) {

	/**
	 * A criterion on the way.
	 *
	 * @param reached whether its offers were considered
	 * @param won whether one of them was picked
	 */
	record Lit(int eligible, int offers, boolean reached, boolean won) {

		/** Message key of what to say of it. */
		public String key() {
			if (this.offers == 0) {
				return "decision.lit.empty";
			}
			if (!this.reached) {
				return "decision.lit.unreached";
			}
			return this.won ? "decision.lit.won" : ((this.eligible == 0) ? "decision.lit.none" : "decision.lit.some");
		}

	}

	public static Walkthrough of(ScopeResult result, String called) {
		Map<Integer, Lit> criteria = new LinkedHashMap<>();
		Set<Integer> tiers = new HashSet<>();
		int number = 0;
		for (PriorityTier tier : result.scope().tiers()) {
			number++;
			for (LiveCriterion criterion : tier.criteria()) {
				Lit lit = lit(criterion, result.trace());
				criteria.put(criteria.size() + 1, lit);
				if (lit.won()) {
					tiers.add(number);
				}
			}
		}
		return new Walkthrough(criteria, tiers, result.fallback() != null,
				result.fallback() != null || !result.items().isEmpty(), called);
	}

	private static Lit lit(LiveCriterion criterion, List<TraceEntry> trace) {
		List<TraceEntry> own = trace.stream().filter((entry) -> entry.criterion() == criterion).toList();
		return new Lit((int) own.stream().filter((entry) -> entry.outcome().eligible()).count(),
				criterion.offers().size(), !own.isEmpty(),
				own.stream().anyMatch((entry) -> entry.outcome() == CandidateOutcome.PICKED));
	}

	public @Nullable Lit criterion(int place) {
		return this.criteria.get(place);
	}

	/** Message key of what to say of the floor. */
	public String floorKey() {
		return this.floor ? "decision.lit.floor" : (this.shows ? "decision.lit.needless" : "decision.lit.nothing");
	}

	public boolean hits(int tier) {
		return this.tiers.contains(tier);
	}

	public boolean won(int place) {
		Lit lit = this.criteria.get(place);
		return lit != null && lit.won();
	}

}
