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

}
