package dev.sayso.decision.strategy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.board.RankingForm;
import dev.sayso.decision.ranking.FormulaDesk;
import dev.sayso.decision.ranking.FormulaView;
import dev.sayso.offer.placement.CatalogueUsages;

/**
 * Says of a strategy's formula, while it is written, what a decision's board would say:
 * on people of the first decision that uses it, and on nobody where none does.
 */
@Component
class StrategyFormulas {

	private final FormulaDesk desk;

	private final Decisions decisions;

	private final CatalogueUsages usages;

	private final Clock clock;

	StrategyFormulas(FormulaDesk desk, Decisions decisions, CatalogueUsages usages, Clock clock) {
		this.desk = desk;
		this.decisions = decisions;
		this.usages = usages;
		this.clock = clock;
	}

	/**
	 * A formula as it is typed.
	 * @param people those it is tried on, by their ids; none where they are still to be
	 * chosen
	 */
	FormulaView check(RankingForm typed, @Nullable Strategy strategy, List<String> people) {
		FormulaDesk.Place place = (strategy != null) ? place(typed, strategy).orElseGet(this::nowhere) : nowhere();
		return this.desk.check(typed.formula(), place, people);
	}

	boolean isFaulty(String formula) {
		return this.desk.isFaulty(formula);
	}

	private Optional<FormulaDesk.Place> place(RankingForm typed, Strategy strategy) {
		Criterion tried = strategy.criterion().rankedBy(typed.formula(), typed.learned(), typed.meaning());
		return this.usages.find(Strategy.KIND, strategy.slug())
			.shown()
			.stream()
			.flatMap((use) -> this.decisions.findBySlug(use.href().replaceFirst("^/decisions/", "")).stream())
			.flatMap((decision) -> decision.draft()
				.scopes()
				.stream()
				.flatMap((scope) -> place(decision, scope, strategy.slug(), tried).stream()))
			.findFirst();
	}

	private static Optional<FormulaDesk.Place> place(Decision decision, DecisionScope scope, String strategy,
			Criterion tried) {
		List<Criterion> criteria = scope.criteria();
		return IntStream.range(0, criteria.size())
			.filter((at) -> criteria.get(at).strategy().equals(strategy))
			.mapToObj((at) -> new FormulaDesk.Place(decision,
					decision.draft()
						.with(scope.placement(), IntStream.range(0, criteria.size())
							.mapToObj(
									(each) -> (each == at) ? tried.at(criteria.get(each).order()) : criteria.get(each))
							.toList()),
					scope.placement(), at + 1))
			.findFirst();
	}

	private FormulaDesk.Place nowhere() {
		return new FormulaDesk.Place(Decision.create("", "", "", DecisionContent.BLANK, this.clock.instant(), ""),
				DecisionContent.BLANK, "", 0);
	}

}
