package dev.sayso.decision;

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
record Rung(int order, List<LiveCriterion> criteria, Candidate[] candidates, boolean scored) {

	/**
	 * An offer under the criterion that brings it in.
	 *
	 * @param texts what it says on the scope's placement; null for nothing
	 */
	record Candidate(LiveOffer offer, LiveCriterion criterion, @Nullable Texts texts) {

	}

	static Rung of(int order, List<LiveCriterion> criteria, String placement) {
		List<Candidate> candidates = new ArrayList<>();
		criteria.forEach((criterion) -> criterion.offers()
			.forEach((offer) -> candidates.add(new Candidate(offer, criterion, offer.texts().get(placement)))));
		// a stable sort: of equal ones the first in its collection goes first
		candidates.sort(Comparator.comparingInt((candidate) -> -candidate.offer().priority()));
		return new Rung(order, List.copyOf(criteria), candidates.toArray(Candidate[]::new),
				criteria.stream().anyMatch((criterion) -> criterion.formula() != null));
	}

}
