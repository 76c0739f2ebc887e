package dev.sayso.decision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A decision, ready to be evaluated for one person.
 *
 * @param version the number of the publication; 0 for a draft
 * @param ends from when it does not any more; in the past for one that was completed
 * @param scopes by placement, in their order
 * @param fallback what shows when nothing else may; null for nothing
 */
public record LiveDecision(UUID id, String slug, String name, int version, Instant begins, Instant ends,
		Map<String, LiveScope> scopes, @Nullable LiveOffer fallback, boolean guarded, boolean repeats) {

	/** The scope of each flag by which OpenFeature's providers ask for one. */
	public Map<String, LiveScope> flags() {
		Map<String, LiveScope> flags = new LinkedHashMap<>();
		DecisionContent.flags(this.slug, this.scopes.keySet())
			.forEach((flag, placement) -> flags.put(flag, this.scopes.get(placement)));
		return flags;
	}

	public boolean holds(Instant at) {
		return !at.isBefore(this.begins) && at.isBefore(this.ends);
	}

}
