package dev.sayso.decision.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.review.DecisionFinding.Names;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionFinding.Weight;

record ReachReview(ReviewedDecision subject, DecisionScope scope, List<DecisionFinding> findings) {

	void review() {
		List<LiveOffer> offers = this.subject.offers(this.scope);
		boolean silent = !offers.isEmpty() && offers.stream().noneMatch(this::speaks);
		if (silent) {
			this.findings.add(DecisionFinding.in(Weight.ERROR, "scope-silent", Step.CRITERIA, this.scope.placement(),
					this.subject.placement(this.scope)));
		}
		criteria(silent);
	}

	/**
	 * @param silent whether all of it is, so that each offer need not be named
	 */
	private void criteria(boolean silent) {
		List<LiveCriterion> before = new ArrayList<>();
		for (LiveCriterion criterion : this.subject.criteria(this.scope)) {
			if (ConditionContradiction.in(criterion.condition())) {
				add("criterion-never", criterion, this.subject.name(criterion));
			}
			else {
				offers(criterion, before, silent);
			}
			before.add(criterion);
		}
	}

	private void offers(LiveCriterion criterion, List<LiveCriterion> before, boolean silent) {
		Map<String, List<LiveOffer>> offersByCode = new LinkedHashMap<>();
		for (LiveOffer offer : criterion.offers()) {
			why(offer, criterion, before, silent)
				.ifPresent((code) -> offersByCode.computeIfAbsent(code, (key) -> new ArrayList<>()).add(offer));
		}
		offersByCode.forEach((code,
				offers) -> this.findings.add(repaired(code, offers,
						DecisionFinding.at(Weight.WARNING, code, this.scope.placement(), criterion.place() + 1,
								new Names(offers.stream().map(LiveOffer::name).toList()),
								this.subject.placement(this.scope)))));
	}

	/** What is wrong with a single offer by itself is repaired on its page. */
	private static DecisionFinding repaired(String code, List<LiveOffer> offers, DecisionFinding finding) {
		boolean own = Set.of("offer-silent", "offer-dates", "offer-broken", "offer-spent").contains(code);
		return (own && offers.size() == 1) ? finding.about(offers.get(0).slug()) : finding;
	}

	private Optional<String> why(LiveOffer offer, LiveCriterion criterion, List<LiveCriterion> before, boolean silent) {
		if (!speaks(offer)) {
			return silent ? Optional.empty() : Optional.of("offer-silent");
		}
		if (this.subject.isOutOfTime(offer)) {
			return Optional.of("offer-dates");
		}
		if (offer.eligible() == null) {
			return Optional.of("offer-broken");
		}
		if (ConditionContradiction.in(criterion.condition(), offer.condition())) {
			return Optional.of("offer-never");
		}
		if (before.stream().anyMatch((earlier) -> shadows(earlier, criterion) && earlier.offers().contains(offer))) {
			return Optional.of("offer-shadowed");
		}
		boolean spent = offer.caps().stream().anyMatch((cap) -> this.subject.spent().test(offer, cap));
		return spent ? Optional.of("offer-spent") : Optional.empty();
	}

	private static boolean shadows(LiveCriterion earlier, LiveCriterion later) {
		boolean wide = earlier.eligible() != null
				&& (earlier.condition().isEverybody() || earlier.condition().equals(later.condition()));
		return wide && !earlier.broken() && (!earlier.personal() || later.personal());
	}

	private boolean speaks(LiveOffer offer) {
		return offer.texts().containsKey(this.scope.placement());
	}

	private void add(String code, LiveCriterion criterion, Object... details) {
		this.findings
			.add(DecisionFinding.at(Weight.WARNING, code, this.scope.placement(), criterion.place() + 1, details));
	}

}
