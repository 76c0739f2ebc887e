package dev.sayso.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.offer.placement.Placement;

/**
 * A scope, ready to be evaluated for one person.
 *
 * @param criteria those of all tiers, from the top
 * @param conditions what its offers ask of a person, each condition once
 */
public record LiveScope(Placement placement, List<PriorityTier> tiers, List<LiveCriterion> criteria,
		CompiledCondition[] conditions, Set<Class<?>> reads, List<LiveOffer> capped) {

	static LiveScope of(Placement placement, List<PriorityTier> tiers, CompiledCondition... conditions) {
		List<LiveCriterion> criteria = tiers.stream().flatMap((tier) -> tier.criteria().stream()).toList();
		List<LiveOffer> capped = criteria.stream()
			.flatMap((criterion) -> criterion.offers().stream())
			.filter((offer) -> !offer.caps().isEmpty())
			.distinct()
			.toList();
		return new LiveScope(placement, tiers, criteria, conditions, Set.copyOf(reads(criteria)), capped);
	}

	private static Set<Class<?>> reads(List<LiveCriterion> criteria) {
		Set<Class<?>> parts = new HashSet<>();
		criteria.forEach((criterion) -> {
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
