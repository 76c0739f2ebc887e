package dev.sayso.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The criteria of a scope that compete together, with their offers the highest priority
 * first.
 *
 * @param scored whether a formula has a say in the order
 */
public record PriorityTier(int order, List<LiveCriterion> criteria, Candidate[] candidates, boolean scored) {

	/**
	 * An offer under the criterion that brings it in.
	 *
	 * @param texts what it says on the scope's placement; null for nothing
	 * @param dated whether it may not show at every time
	 * @param personal whether the offer or the criterion reads who somebody is
	 * @param broken whether the offer or the criterion cannot be evaluated any more
	 * @param conditions the places of the conditions that all have to hold
	 */
	public record Candidate(LiveOffer offer, LiveCriterion criterion, @Nullable LocalizedTexts texts, boolean dated,
			boolean personal, boolean broken, int[] conditions) {

		static Candidate of(LiveOffer offer, LiveCriterion criterion, @Nullable LocalizedTexts texts,
				SharedConditions shared) {
			boolean askable = offer.eligible() != null;
			return new Candidate(offer, criterion, texts,
					offer.begins().isAfter(Instant.MIN) || offer.ends().isBefore(Instant.MAX),
					offer.personal() || criterion.personal(), !askable || criterion.broken(),
					askable ? shared.number(offer.condition()) : SharedConditions.NOTHING);
		}

	}

	static PriorityTier of(int order, List<LiveCriterion> criteria, String placement, SharedConditions shared) {
		List<Candidate> candidates = new ArrayList<>();
		criteria.forEach((criterion) -> criterion.offers()
			.forEach((offer) -> candidates.add(Candidate.of(offer, criterion, offer.texts().get(placement), shared))));
		// a stable sort: of equal ones the first in its collection goes first
		candidates.sort(Comparator.comparingInt((candidate) -> -candidate.offer().priority()));
		return new PriorityTier(order, List.copyOf(criteria), candidates.toArray(Candidate[]::new),
				criteria.stream().anyMatch((criterion) -> criterion.formula() != null));
	}

}
