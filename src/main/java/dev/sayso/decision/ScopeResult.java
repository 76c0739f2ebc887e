package dev.sayso.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the engine answers for one scope.
 *
 * @param items what shows, the best first; empty where the fallback does
 * @param fallback what shows instead; null where there are items, or nothing to fall back
 * to
 * @param trace each offer that was considered; empty unless it was asked for
 */
public record ScopeResult(LiveDecision decision, LiveScope scope, List<ChosenOffer> items,
		@Nullable ChosenOffer fallback, DecisionReason reason, List<TraceEntry> trace) {

	/**
	 * An entry of a trace: one offer under one criterion, and what became of it.
	 *
	 * @param score what it is ranked by; null where it did not come to that
	 * @param because what stood against it, where the outcome does not say it all: the
	 * cap, or what failed; of one that may show, what its formula lacked
	 */
	public record TraceEntry(LiveOffer offer, LiveCriterion criterion, CandidateOutcome outcome, @Nullable Double score,
			@Nullable Object because) {

	}

}
