package dev.sayso.decision.impact;

import java.util.List;

import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.ScopeResult;

/**
 * What somebody would get on a placement.
 *
 * @param offers keys of offers, or that of the fallback; none where there is nothing
 */
record ReachAnswer(List<String> offers, DecisionReason reason) {

	static ReachAnswer of(ScopeResult result) {
		if (result.items().isEmpty()) {
			return new ReachAnswer((result.fallback() != null) ? List.of(result.fallback().offer().slug()) : List.of(),
					result.reason());
		}
		return new ReachAnswer(result.items().stream().map((item) -> item.offer().slug()).toList(), result.reason());
	}

	boolean isPicked() {
		return this.reason == DecisionReason.PICKED;
	}

}
