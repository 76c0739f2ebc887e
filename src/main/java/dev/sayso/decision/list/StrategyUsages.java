package dev.sayso.decision.list;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.FactUsage;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.offer.placement.CatalogueUsage;

/**
 * Which strategies name offers, collections and facts: what decisions use through them.
 */
@Component
@Order(29)
class StrategyUsages implements CatalogueUsage, FactUsage {

	private static final String KIND = "strategy.use";

	private final Strategies strategies;

	private final ConditionCompiler conditions;

	private final DecisionUsages decisions;

	StrategyUsages(Strategies strategies, ConditionCompiler conditions, DecisionUsages decisions) {
		this.strategies = strategies;
		this.conditions = conditions;
		this.decisions = decisions;
	}

	@Override
	public List<CatalogueUsage.Use> find(String kind, String slug) {
		return naming(Set.of(DecisionOutline.named(kind, slug))).map(this::use).toList();
	}

	/** A strategy shows what it names where a live decision uses it. */
	private CatalogueUsage.Use use(Strategy strategy) {
		List<CatalogueUsage.Use> live = this.decisions.find(Strategy.KIND, strategy.slug())
			.stream()
			.filter(CatalogueUsage.Use::live)
			.toList();
		return new CatalogueUsage.Use(KIND, strategy.name(), path(strategy), !live.isEmpty(),
				live.stream().anyMatch(CatalogueUsage.Use::watched));
	}

	@Override
	public Map<String, Integer> counts(String kind, Set<String> slugs) {
		Map<String, Integer> counts = new HashMap<>();
		String prefix = DecisionOutline.named(kind, "");
		this.strategies.findAllByOrderByName()
			.stream()
			.flatMap((strategy) -> DecisionOutline.references(strategy.criterion()).stream())
			.filter((use) -> use.startsWith(prefix) && slugs.contains(use.substring(prefix.length())))
			.forEach((use) -> counts.merge(use.substring(prefix.length()), 1, Integer::sum));
		return counts;
	}

	@Override
	public List<FactUsage.Use> find(Set<String> facts) {
		ConditionCompiler now = this.conditions.now();
		return naming(facts.stream().map((fact) -> DecisionOutline.named("fact", fact)).toList())
			.map((strategy) -> new FactUsage.Use(KIND, strategy.name(), path(strategy),
					this.decisions.isBroken(strategy.criterion(), now) ? 1 : 0))
			.toList();
	}

	private Stream<Strategy> naming(Collection<String> uses) {
		return this.strategies.findAllByOrderByName()
			.stream()
			.filter((strategy) -> DecisionOutline.references(strategy.criterion()).stream().anyMatch(uses::contains));
	}

	private static String path(Strategy strategy) {
		return "/strategies/" + strategy.slug();
	}

}
