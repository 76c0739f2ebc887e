package dev.sayso.decision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.contact.ActionPolicies;

/**
 * A decision, ready to be evaluated for one person.
 *
 * @param version the number of the publication; 0 for a draft
 * @param ends from when it does not any more; in the past for one that was completed
 * @param scopes by placement, in their order
 * @param fallback what shows when nothing else may; null for nothing
 * @param actions keys of the marketing actions it is for
 * @param policies what stands against them
 */
public record LiveDecision(UUID id, String slug, String name, int version, Instant begins, Instant ends,
		Map<String, LiveScope> scopes, @Nullable LiveOffer fallback, boolean guarded, boolean repeats,
		List<String> actions, ActionPolicies policies) {

	/** The scope of each flag by which OpenFeature's providers ask for one. */
	public Map<String, LiveScope> flags() {
		Map<String, LiveScope> flags = new LinkedHashMap<>();
		DecisionContent.flags(this.slug, this.scopes.keySet())
			.forEach((flag, placement) -> flags.put(flag, this.scopes.get(placement)));
		return flags;
	}

	/**
	 * What of it cannot be evaluated any more and is for nobody, as long as it holds or
	 * will.
	 */
	public List<BrokenPart> broken(Instant at) {
		return at.isBefore(this.ends) ? this.scopes.values().stream().flatMap(this::broken).distinct().toList()
				: List.of();
	}

	/**
	 * A part that cannot be evaluated any more.
	 *
	 * @param key message key of what it is
	 * @param args what the message names
	 * @param href where to fix it
	 */
	public record BrokenPart(String key, List<Object> args, String href) {

	}

	private Stream<BrokenPart> broken(LiveScope scope) {
		Stream<BrokenPart> criteria = scope.criteria()
			.stream()
			.filter((criterion) -> criterion.eligible() == null || criterion.broken())
			.map((criterion) -> new BrokenPart("decision.broken.criterion",
					List.of(criterion.place() + 1, scope.placement().name()), "/decisions/" + this.slug + "/review"));
		Stream<BrokenPart> offers = scope.criteria()
			.stream()
			.flatMap((criterion) -> criterion.offers().stream())
			.filter(LiveOffer::isBroken)
			.map((offer) -> new BrokenPart("decision.broken.offer", List.of(offer.name()), "/offers/" + offer.slug()));
		return Stream.concat(criteria, offers);
	}

	public boolean holds(Instant at) {
		return !at.isBefore(this.begins) && at.isBefore(this.ends);
	}

}
