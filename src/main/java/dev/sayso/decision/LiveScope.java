package dev.sayso.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.offer.placement.Placement;

/**
 * A scope, ready to be asked about one person.
 *
 * @param criteria how many there are
 * @param asked what its offers ask of a person
 * @param reads the parts of a person that have to be known to answer it
 * @param capped its offers that have caps
 */
public record LiveScope(Placement placement, List<PriorityTier> rungs, int criteria, CompiledCondition[] asked,
		Set<Class<?>> reads, List<LiveOffer> capped) {

	static LiveScope of(Placement placement, List<PriorityTier> rungs, int criteria, CompiledCondition... asked) {
		List<LiveOffer> capped = rungs.stream()
			.flatMap((rung) -> rung.criteria().stream())
			.flatMap((criterion) -> criterion.offers().stream())
			.filter((offer) -> !offer.caps().isEmpty())
			.distinct()
			.toList();
		return new LiveScope(placement, rungs, criteria, asked, Set.copyOf(reads(rungs)), capped);
	}

	private static Set<Class<?>> reads(List<PriorityTier> rungs) {
		Set<Class<?>> parts = new HashSet<>();
		rungs.stream().flatMap((rung) -> rung.criteria().stream()).forEach((criterion) -> {
			if (criterion.eligible() != null) {
				parts.addAll(criterion.eligible().parts());
			}
			if (criterion.formula() != null) {
				parts.addAll(criterion.formula().parts());
			}
			criterion.offers().forEach((offer) -> parts.addAll(offer.reads()));
		});
		return parts;
	}

}
