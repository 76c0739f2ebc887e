package dev.sayso.decision.review;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.ConditionFault;
import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.offer.Cap;

/**
 * All that a review looks at: a decision's draft, the same ready to be evaluated, and
 * what it chooses from.
 *
 * @param published the version that was published last; null for none
 * @param places what is wrong with each criterion by itself, in their order, by scope
 * @param spent whether a cap for all together is spent
 */
public record ReviewedDecision(DecisionContent content, @Nullable DecisionContent published, LiveDecision live,
		CatalogueLookup lookup, List<List<Broken>> places, BiPredicate<LiveOffer, Cap> spent, Instant now) {

	record Broken(List<ConditionFault> condition, List<FormulaFault> formula) {
	}

	List<LiveCriterion> criteria(DecisionScope scope) {
		LiveScope live = this.live.scopes().get(scope.placement());
		return (live == null) ? List.of() : live.criteria();
	}

	List<LiveOffer> offers(DecisionScope scope) {
		return criteria(scope).stream().flatMap((criterion) -> criterion.offers().stream()).distinct().toList();
	}

	/** Whether an offer does not hold at any time that the decision does. */
	boolean isOutOfTime(LiveOffer offer) {
		Instant begins = this.live.begins();
		Instant from = begins.isAfter(this.now) ? begins : this.now;
		return !offer.ends().isAfter(from) || !offer.begins().isBefore(this.live.ends());
	}

	/**
	 * What a criterion is called: its strategy, else its collection, else its place among
	 * the others.
	 */
	Object name(LiveCriterion criterion) {
		if (!criterion.strategy().isEmpty()) {
			return this.lookup.strategyName(criterion.strategy());
		}
		return criterion.collection().isEmpty() ? new Own(criterion.place() + 1)
				: this.lookup.collectionName(criterion.collection());
	}

	/**
	 * A criterion with offers of its own.
	 *
	 * @param place among those of its scope, from 1
	 */
	record Own(int place) {
	}

	public Stream<DecisionScope> scopes() {
		return this.content.scopes().stream();
	}

	public String placement(DecisionScope scope) {
		return this.lookup.placementName(scope.placement());
	}

}
