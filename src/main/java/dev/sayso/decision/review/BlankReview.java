package dev.sayso.decision.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.Operator;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LocalizedTexts;
import dev.sayso.decision.review.DecisionFinding.Names;
import dev.sayso.decision.review.DecisionFinding.Weight;

/**
 * Counts for whom a text has a gap: it reads something of them that is not known, and has
 * no other words for it.
 */
record BlankReview(ReviewedDecision subject, DecisionScope scope, ConditionCompiler compiler, PeopleCount people,
		List<DecisionFinding> findings) {

	void review() {
		this.subject.criteria(this.scope)
			.stream()
			.filter((criterion) -> criterion.eligible() != null && !criterion.broken())
			.forEach(this::review);
	}

	private void review(LiveCriterion criterion) {
		List<LiveOffer> offers = criterion.offers()
			.stream()
			.filter((offer) -> offer.eligible() != null && !names(offer).isEmpty())
			.toList();
		if (offers.isEmpty()) {
			return;
		}
		CompiledCondition without = CompiledCondition.of(Quantifier.ANY, offers.stream().map(this::without).toList());
		long met = this.people.of(Objects.requireNonNull(criterion.eligible()).and(without));
		if (met != 0) {
			Set<String> names = new TreeSet<>();
			offers.forEach((offer) -> names(offer).forEach((name) -> names.add("profile." + name)));
			this.findings
				.add(DecisionFinding.at(Weight.WARNING, "offer-blank", this.scope.placement(), criterion.place() + 1,
						new Names(offers.stream().map(LiveOffer::name).toList()), met, new Names(List.copyOf(names))));
		}
	}

	private CompiledCondition without(LiveOffer offer) {
		List<Condition> conditions = new ArrayList<>();
		if (this.subject.live().guarded()) {
			conditions.add(PeopleCount.CONSENT);
		}
		conditions.add(Condition.any(names(offer).stream()
			.map((name) -> new Comparison(name, Operator.IS_NOT_SET))
			.toArray(Condition[]::new)));
		return Objects.requireNonNull(offer.eligible())
			.and(this.compiler.compile(Condition.all(conditions.toArray(Condition[]::new))));
	}

	private Set<String> names(LiveOffer offer) {
		LocalizedTexts texts = offer.texts().get(this.scope.placement());
		return (texts != null) ? texts.requiredNames() : Set.of();
	}

}
