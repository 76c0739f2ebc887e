package dev.sayso.decision;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All that decisions are taken by at one moment; never changes.
 *
 * @param number which state of the store it was assembled from
 * @param decisions by key; those that do not hold fall back
 */
record Live(long number, Map<String, LiveDecision> decisions) {

	@Nullable LiveDecision decision(String slug) {
		return this.decisions.get(slug);
	}

}
