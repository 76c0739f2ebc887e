package dev.sayso.decision;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All that decisions are taken by at one moment; never changes.
 *
 * @param number which state of the store it was assembled from
 * @param decisions by key; those that do not hold fall back
 * @param offers what may show in them, by key; fallbacks are not among them
 */
public record LiveSnapshot(long number, Map<String, LiveDecision> decisions, Map<String, LiveOffer> offers) {

	static LiveSnapshot of(long number, Map<String, LiveDecision> decisions) {
		Map<String, LiveOffer> offers = new HashMap<>();
		decisions.values()
			.stream()
			.flatMap((decision) -> decision.scopes().values().stream())
			.flatMap((scope) -> scope.criteria().stream())
			.flatMap((criterion) -> criterion.offers().stream())
			.forEach((offer) -> offers.put(offer.slug(), offer));
		return new LiveSnapshot(number, Map.copyOf(decisions), Map.copyOf(offers));
	}

	@Nullable public LiveDecision decision(String slug) {
		return this.decisions.get(slug);
	}

}
