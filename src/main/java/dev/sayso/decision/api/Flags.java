package dev.sayso.decision.api;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.LiveSnapshot;

/**
 * Scopes of decisions as feature flags: the decision's key where it has one scope, else
 * {@code decision.placement}.
 */
final class Flags {

	private Flags() {
	}

	/**
	 * The scope that a flag's key names; null where there is none. One item is all that a
	 * flag holds.
	 */
	static DecisionEngine.@Nullable Asked find(LiveSnapshot live, String key) {
		int dot = key.indexOf('.');
		LiveDecision decision = live.decision((dot < 0) ? key : key.substring(0, dot));
		if (decision == null) {
			return null;
		}
		if (dot >= 0) {
			LiveScope scope = decision.scopes().get(key.substring(dot + 1));
			return (scope != null) ? new DecisionEngine.Asked(decision, scope, 1) : null;
		}
		return (decision.scopes().size() == 1)
				? new DecisionEngine.Asked(decision, decision.scopes().values().iterator().next(), 1) : null;
	}

	/**
	 * Those of all decisions that hold, by key.
	 */
	static Map<String, DecisionEngine.Asked> all(LiveSnapshot live, Instant now) {
		Map<String, DecisionEngine.Asked> flags = new TreeMap<>();
		live.decisions().values().stream().filter((decision) -> decision.holds(now)).forEach((decision) -> {
			boolean one = decision.scopes().size() == 1;
			decision.scopes()
				.forEach((placement, scope) -> flags.put(one ? decision.slug() : decision.slug() + "." + placement,
						new DecisionEngine.Asked(decision, scope, 1)));
		});
		return flags;
	}

}
