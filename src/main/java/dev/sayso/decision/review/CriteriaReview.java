package dev.sayso.decision.review;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.audience.AudienceUsage;
import dev.sayso.consent.Say;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.review.DecisionFinding.Names;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.decision.review.DecisionFinding.Weight;
import dev.sayso.offer.collection.Collection;

/**
 * Reviews each criterion by itself: what it chooses from, for whom, and by which formula.
 */
final class CriteriaReview {

	private static final String CONSENT = "consents.personalize.content";

	private final ReviewSubject reviewed;

	private final DecisionScope scope;

	private final List<LiveCriterion> criteria;

	private final List<DecisionFinding> findings = new ArrayList<>();

	private CriteriaReview(ReviewSubject reviewed, DecisionScope scope) {
		this.reviewed = reviewed;
		this.scope = scope;
		this.criteria = reviewed.criteria(scope);
	}

	static List<DecisionFinding> of(ReviewSubject reviewed) {
		List<DecisionFinding> findings = new ArrayList<>();
		for (int at = 0; at < reviewed.content().scopes().size(); at++) {
			CriteriaReview review = new CriteriaReview(reviewed, reviewed.content().scopes().get(at));
			review.collections();
			review.broken(reviewed.places().get(at));
			review.guard();
			findings.addAll(review.findings);
		}
		return findings;
	}

	private void collections() {
		boolean nothing = !this.criteria.isEmpty() && this.criteria.stream().allMatch((one) -> one.offers().isEmpty());
		for (LiveCriterion one : this.criteria) {
			Collection collection = this.reviewed.shelves().collection(one.collection()).orElse(null);
			String name = this.reviewed.shelves().collectionName(one.collection());
			if (collection == null) {
				add(Weight.ERROR, "collection-gone", one, name);
			}
			else if (one.offers().isEmpty() && !nothing) {
				add(Weight.WARNING, "collection-empty", one, name);
			}
			if (collection != null && collection.isArchived()) {
				add(Weight.WARNING, "collection-archived", one, name);
			}
		}
		if (nothing) {
			this.findings.add(DecisionFinding.in(Weight.ERROR, "scope-nothing", Step.CRITERIA, this.scope.placement(),
					this.reviewed.placement(this.scope)));
		}
	}

	private void broken(List<ReviewSubject.Broken> broken) {
		for (LiveCriterion one : this.criteria) {
			String name = this.reviewed.shelves().collectionName(one.collection());
			ReviewSubject.Broken wrong = broken.get(one.place());
			wrong.condition().forEach((fault) -> add(Weight.ERROR, "condition", one, name, fault));
			wrong.formula().forEach((fault) -> add(Weight.ERROR, "formula", one, name, fault));
		}
	}

	private void guard() {
		if (this.reviewed.content().guarded()) {
			return;
		}
		for (LiveCriterion one : this.criteria) {
			List<String> personal = one.offers().stream().filter(LiveOffer::personal).map(LiveOffer::name).toList();
			String name = this.reviewed.shelves().collectionName(one.collection());
			if (!asksConsent(one) && !personal.isEmpty()) {
				add(Weight.ERROR, "unguarded-offers", one, name, new Names(personal));
			}
			else if (!asksConsent(one) && one.personal()) {
				add(Weight.WARNING, "unguarded", one, name);
			}
		}
	}

	/**
	 * Whether a criterion asks for the consent itself, or an audience that reads what
	 * people said.
	 */
	private static boolean asksConsent(LiveCriterion one) {
		boolean audiences = !AudienceUsage.in(one.asked()).isEmpty() && one.eligible() != null
				&& one.eligible().parts().contains(Say.class);
		return audiences || one.asked().comparisons().anyMatch((asked) -> asked.fact().equals(CONSENT));
	}

	private void add(Weight weight, String code, LiveCriterion one, Object... details) {
		this.findings.add(DecisionFinding.at(weight, code, this.scope.placement(), one.place() + 1, details));
	}

}
