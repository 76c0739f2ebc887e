package dev.sayso.decision.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.review.DecisionFinding.Names;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionFinding.Weight;

/**
 * Reviews which offers of a scope can never show, and why.
 */
final class ReachReview {

	private final ReviewedDecision subject;

	private final DecisionScope scope;

	private final List<DecisionFinding> findings = new ArrayList<>();

	/** Whether all of it is, so that each offer need not be named. */
	private boolean silent;

	private ReachReview(ReviewedDecision subject, DecisionScope scope) {
		this.subject = subject;
		this.scope = scope;
	}

	static List<DecisionFinding> of(ReviewedDecision subject) {
		List<DecisionFinding> findings = new ArrayList<>();
		subject.scopes().forEach((scope) -> {
			ReachReview review = new ReachReview(subject, scope);
			review.silence();
			review.criteria();
			findings.addAll(review.findings);
		});
		return findings;
	}

	private void silence() {
		List<LiveOffer> offers = this.subject.offers(this.scope);
		this.silent = !offers.isEmpty() && offers.stream().noneMatch(this::speaks);
		if (this.silent) {
			this.findings.add(DecisionFinding.in(Weight.ERROR, "scope-silent", Step.CRITERIA, this.scope.placement(),
					this.subject.placement(this.scope)));
		}
	}

	private void criteria() {
		List<LiveCriterion> before = new ArrayList<>();
		for (LiveCriterion criterion : this.subject.criteria(this.scope)) {
			if (ConditionContradiction.in(criterion.condition())) {
				add("criterion-never", criterion, this.subject.lookup().collectionName(criterion.collection()));
			}
			else {
				offers(criterion, before);
			}
			before.add(criterion);
		}
	}

	private void offers(LiveCriterion criterion, List<LiveCriterion> before) {
		Map<String, List<String>> namesByCode = new LinkedHashMap<>();
		for (LiveOffer offer : criterion.offers()) {
			why(offer, criterion, before)
				.ifPresent((code) -> namesByCode.computeIfAbsent(code, (key) -> new ArrayList<>()).add(offer.name()));
		}
		namesByCode
			.forEach((code, names) -> add(code, criterion, new Names(names), this.subject.placement(this.scope)));
	}

	private Optional<String> why(LiveOffer offer, LiveCriterion criterion, List<LiveCriterion> before) {
		if (!speaks(offer)) {
			return this.silent ? Optional.empty() : Optional.of("offer-silent");
		}
		if (isOutOfTime(offer)) {
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

	/**
	 * Whether whoever comes to one criterion came through an earlier one already.
	 */
	private static boolean shadows(LiveCriterion earlier, LiveCriterion later) {
		boolean wide = earlier.eligible() != null
				&& (earlier.condition().isEverybody() || earlier.condition().equals(later.condition()));
		return wide && !earlier.broken() && (!earlier.personal() || later.personal());
	}

	private boolean speaks(LiveOffer offer) {
		return offer.texts().containsKey(this.scope.placement());
	}

	private boolean isOutOfTime(LiveOffer offer) {
		Instant begins = this.subject.live().begins();
		Instant from = begins.isAfter(this.subject.now()) ? begins : this.subject.now();
		return !offer.ends().isAfter(from) || !offer.begins().isBefore(this.subject.live().ends());
	}

	private void add(String code, LiveCriterion criterion, Object... details) {
		this.findings
			.add(DecisionFinding.at(Weight.WARNING, code, this.scope.placement(), criterion.place() + 1, details));
	}

}
