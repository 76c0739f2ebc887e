package dev.sayso.decision.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionFinding.Weight;
import dev.sayso.offer.Validity;
import dev.sayso.offer.placement.Placement;

record ScheduleReview(ReviewedDecision subject, List<DecisionFinding> findings) {

	void review() {
		validity();
		gaps();
		scopes();
		shortKey();
	}

	private void validity() {
		Validity validity = this.subject.content().validity();
		Instant ends = validity.ends();
		if (!ends.isAfter(validity.begins())) {
			add(Weight.ERROR, "validity-empty", Step.DETAILS);
		}
		else if (!ends.isAfter(this.subject.now())) {
			add(Weight.ERROR, "validity-over", Step.DETAILS);
		}
	}

	/** Times that no clock shows, since clocks go forward over them. */
	private void gaps() {
		Validity validity = this.subject.content().validity();
		validity.skipped()
			.forEach((time) -> add(Weight.WARNING, "validity-gap", Step.DETAILS, time, validity.zone(),
					validity.shown(time)));
		this.subject.scopes()
			.flatMap((scope) -> this.subject.offers(scope).stream())
			.distinct()
			.forEach((offer) -> this.subject.lookup()
				.offer(offer.slug())
				.map((found) -> found.draft().validity())
				.filter((during) -> during.begins().equals(offer.begins()) && during.ends().equals(offer.ends()))
				.ifPresent((during) -> during.skipped()
					.forEach((time) -> this.findings.add(
							DecisionFinding
								.of(Weight.WARNING, "offer-gap", Step.CRITERIA, offer.name(), time, during.zone(),
										during.shown(time))
								.about(offer.slug())))));
	}

	private void scopes() {
		int scopes = this.subject.content().scopes().size();
		if (scopes == 0) {
			add(Weight.ERROR, "no-scope", Step.SCOPES);
		}
		if (scopes > DecisionContent.MOST_SCOPES) {
			add(Weight.ERROR, "many-scopes", Step.SCOPES, scopes, DecisionContent.MOST_SCOPES);
		}
		this.subject.scopes().forEach(this::scope);
	}

	private void scope(DecisionScope scope) {
		Placement placement = this.subject.lookup().placement(scope.placement()).orElse(null);
		String name = this.subject.placement(scope);
		if (placement == null) {
			add(Weight.ERROR, "placement-gone", Step.SCOPES, scope, name);
		}
		else if (placement.isArchived()) {
			add(Weight.WARNING, "placement-archived", Step.SCOPES, scope, name);
		}
		if (scope.criteria().isEmpty() && placement != null) {
			boolean falls = !this.subject.content().fallback().isEmpty();
			add(falls ? Weight.WARNING : Weight.ERROR, falls ? "scope-falls" : "scope-empty", Step.CRITERIA, scope,
					name);
		}
		if (scope.criteria().size() > DecisionScope.MOST_CRITERIA) {
			add(Weight.ERROR, "many-criteria", Step.CRITERIA, scope, name, scope.criteria().size(),
					DecisionScope.MOST_CRITERIA);
		}
	}

	/**
	 * Programs that ask by the decision's key alone get another placement, once another
	 * one is the first.
	 */
	private void shortKey() {
		String key = this.subject.live().slug();
		String now = first(this.subject.published(), key);
		String then = first(this.subject.content(), key);
		if (now != null && then != null && !now.equals(then)) {
			add(Weight.WARNING, "short-key", Step.SCOPES, key, this.subject.lookup().placementName(then),
					this.subject.lookup().placementName(now));
		}
	}

	private @Nullable String first(@Nullable DecisionContent content, String key) {
		List<String> placements = (content == null) ? List.of()
				: content.scopes()
					.stream()
					.map(DecisionScope::placement)
					.filter((placement) -> this.subject.lookup().placement(placement).isPresent())
					.toList();
		return DecisionContent.flags(key, placements).get(key);
	}

	private void add(Weight weight, String code, Step step, Object... details) {
		this.findings.add(DecisionFinding.of(weight, code, step, details));
	}

	private void add(Weight weight, String code, Step step, DecisionScope scope, Object... details) {
		this.findings.add(DecisionFinding.in(weight, code, step, scope.placement(), details));
	}

}
