package dev.sayso.decision.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.Operator;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.formula.Formula;
import dev.sayso.decision.formula.FormulaException;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.decision.review.DecisionFinding.Names;
import dev.sayso.decision.review.DecisionFinding.Weight;

/**
 * Counts for whom, and names for which offers, a value that a formula reads is missing.
 */
record RankingReview(ReviewedDecision subject, DecisionScope scope, ConditionCompiler compiler, PeopleCount people,
		List<DecisionFinding> findings) {

	void review() {
		this.subject.criteria(this.scope)
			.stream()
			.filter((criterion) -> criterion.formula() != null && criterion.eligible() != null)
			.forEach((criterion) -> review(criterion, Objects.requireNonNull(criterion.formula())));
	}

	private void review(LiveCriterion criterion, Formula formula) {
		Object name = this.subject.name(criterion);
		Formula.Flaw flaw = formula.flaw();
		if ((flaw == Formula.Flaw.CONSTANT || flaw == Formula.Flaw.SAME) && competesAlone(criterion)) {
			this.findings.add(DecisionFinding.at(Weight.WARNING, "formula-" + flaw.key(), this.scope.placement(),
					criterion.place() + 1, name));
		}
		List<String> offers = criterion.offers()
			.stream()
			.filter((offer) -> formula.misses(offer.ranked()))
			.map(LiveOffer::name)
			.toList();
		if (!offers.isEmpty()) {
			add("formula-offers", criterion, name, new Names(offers));
		}
		fails(criterion, formula, name);
		Set<String> fields = formula.profileNames();
		long without = fields.isEmpty() ? 0 : this.people.count(without(criterion, fields));
		if (without != 0) {
			add("formula-people", criterion, name, without,
					new Names(fields.stream().map((field) -> "profile." + field).toList()));
		}
	}

	/**
	 * What is the same for all of its offers may still rank them before those of another.
	 */
	private boolean competesAlone(LiveCriterion criterion) {
		int order = this.scope.criteria().get(criterion.place()).order();
		return this.scope.criteria().stream().filter((each) -> each.order() == order).count() == 1;
	}

	private void fails(LiveCriterion criterion, Formula formula, Object name) {
		Map<LiveOffer, FormulaException> failures = new LinkedHashMap<>();
		criterion.offers().forEach((offer) -> {
			FormulaException failure = formula.failure(offer.ranked(), this.subject.now());
			if (failure != null) {
				failures.put(offer, failure);
			}
		});
		if (!failures.isEmpty()) {
			Addressees addressees = new Addressees(this.subject, this.compiler);
			List<CompiledCondition> meant = failures.keySet()
				.stream()
				.filter((offer) -> offer.eligible() != null)
				.map((offer) -> addressees.compile(criterion, offer))
				.toList();
			this.findings.add(DecisionFinding.at(Weight.WARNING, "formula-fails", this.scope.placement(),
					criterion.place() + 1, name, this.people.count(CompiledCondition.of(Quantifier.ANY, meant)),
					new Names(failures.keySet().stream().map(LiveOffer::name).toList()),
					failures.values().iterator().next()));
		}
	}

	private CompiledCondition without(LiveCriterion criterion, Set<String> fields) {
		List<Condition> conditions = new ArrayList<>();
		if (this.subject.live().guarded()) {
			conditions.add(PeopleCount.CONSENT);
		}
		conditions.add(Condition
			.any(fields.stream().map((field) -> new Comparison(field, Operator.IS_NOT_SET)).toArray(Condition[]::new)));
		return Objects.requireNonNull(criterion.eligible())
			.and(this.compiler.compile(Condition.all(conditions.toArray(Condition[]::new))));
	}

	private void add(String code, LiveCriterion criterion, Object... details) {
		MissingValue missing = criterion.missing();
		String variant = switch (missing.kind()) {
			case OUT -> ".strict";
			case PRIORITY -> "";
			case NUMBER -> ".number";
		};
		Object[] all = Arrays.copyOf(details, details.length + 1);
		all[details.length] = MissingValue.plain(missing.number());
		this.findings.add(DecisionFinding.at(Weight.WARNING, code + variant, this.scope.placement(),
				criterion.place() + 1, (missing.kind() == MissingValue.Kind.NUMBER) ? all : details));
	}

}
