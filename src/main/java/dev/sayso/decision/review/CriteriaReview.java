package dev.sayso.decision.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.sayso.audience.AudienceFacts;
import dev.sayso.consent.Say;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.review.DecisionFinding.Names;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionFinding.Weight;
import dev.sayso.offer.collection.Collection;

record CriteriaReview(ReviewedDecision subject, DecisionScope scope, List<DecisionFinding> findings) {

	private static final String CONSENT = "consents.personalize.content";

	void review() {
		List<LiveCriterion> criteria = this.subject.criteria(this.scope);
		collections(criteria);
		broken(criteria);
		guard(criteria);
	}

	private void collections(List<LiveCriterion> criteria) {
		boolean nothing = !criteria.isEmpty()
				&& criteria.stream().allMatch((criterion) -> criterion.offers().isEmpty());
		for (LiveCriterion criterion : criteria) {
			Object name = this.subject.name(criterion);
			if (isStrategyGone(criterion)) {
				add(Weight.ERROR, "strategy-gone", criterion, name);
				continue;
			}
			boolean own = criterion.collection().isEmpty();
			Collection collection = this.subject.lookup().collection(criterion.collection()).orElse(null);
			Object source = own ? name : this.subject.lookup().collectionName(criterion.collection());
			if (collection == null && !own) {
				add(Weight.ERROR, "collection-gone", criterion, source);
			}
			else if (criterion.offers().isEmpty() && !nothing) {
				add(Weight.WARNING, own ? "criterion-empty" : "collection-empty", criterion, source);
			}
			List<String> missing = missing(criterion);
			if (!missing.isEmpty()) {
				add(Weight.WARNING, "criterion-misses", criterion, name, new Names(missing));
			}
			if (collection != null && collection.isArchived()) {
				add(Weight.WARNING, "collection-archived", criterion, source);
			}
		}
		if (nothing) {
			this.findings.add(DecisionFinding.in(Weight.ERROR, "scope-nothing", Step.CRITERIA, this.scope.placement(),
					this.subject.placement(this.scope)));
		}
	}

	/** Whether its strategy is gone; of one that is archived it says so. */
	private boolean isStrategyGone(LiveCriterion criterion) {
		if (criterion.strategy().isEmpty()) {
			return false;
		}
		Strategy strategy = this.subject.lookup().strategy(criterion.strategy()).orElse(null);
		if (strategy != null && strategy.isArchived()) {
			add(Weight.WARNING, "strategy-archived", criterion, strategy.name());
		}
		return strategy == null;
	}

	/** Offers of its own that cannot show: archived meanwhile, or gone. */
	private List<String> missing(LiveCriterion criterion) {
		Set<String> there = criterion.offers().stream().map(LiveOffer::slug).collect(Collectors.toSet());
		return this.scope.criteria()
			.get(criterion.place())
			.offers()
			.stream()
			.filter((offer) -> !there.contains(offer))
			.map(this.subject.lookup()::offerName)
			.toList();
	}

	private void broken(List<LiveCriterion> criteria) {
		List<ReviewedDecision.Broken> broken = this.subject.places()
			.get(this.subject.content().scopes().indexOf(this.scope));
		for (LiveCriterion criterion : criteria) {
			Object name = this.subject.name(criterion);
			ReviewedDecision.Broken faults = broken.get(criterion.place());
			faults.condition().forEach((fault) -> add(Weight.ERROR, "condition", criterion, name, fault));
			faults.formula().forEach((fault) -> add(Weight.ERROR, "formula", criterion, name, fault));
		}
	}

	private void guard(List<LiveCriterion> criteria) {
		if (this.subject.content().guarded()) {
			return;
		}
		for (LiveCriterion criterion : criteria) {
			List<String> personal = criterion.offers()
				.stream()
				.filter(LiveOffer::personal)
				.map(LiveOffer::name)
				.toList();
			Object name = this.subject.name(criterion);
			if (!asksConsent(criterion) && !personal.isEmpty()) {
				add(Weight.ERROR, "unguarded-offers", criterion, name, new Names(personal));
			}
			else if (!asksConsent(criterion) && criterion.personal()) {
				add(Weight.WARNING, "unguarded", criterion, name);
			}
		}
	}

	private static boolean asksConsent(LiveCriterion criterion) {
		boolean audiences = !AudienceFacts.in(criterion.condition()).isEmpty() && criterion.eligible() != null
				&& criterion.eligible().parts().contains(Say.class);
		return audiences
				|| criterion.condition().comparisons().anyMatch((comparison) -> comparison.fact().equals(CONSENT));
	}

	private void add(Weight weight, String code, LiveCriterion criterion, Object... details) {
		this.findings.add(DecisionFinding.at(weight, code, this.scope.placement(), criterion.place() + 1, details));
	}

}
