package dev.sayso.decision.strategy;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.editor.DecisionMessages;

/**
 * Says what a list tells of strategies.
 */
@Component
class StrategyRows {

	private final DecisionCatalogue catalogue;

	private final DecisionMessages messages;

	StrategyRows(DecisionCatalogue catalogue, DecisionMessages messages) {
		this.catalogue = catalogue;
		this.messages = messages;
	}

	/**
	 * A strategy in the list.
	 *
	 * @param collection the name of what has its offers; empty where they are its own
	 * @param offers how many it has
	 * @param people whom it is for, read aloud; empty for everybody
	 */
	record Row(Strategy strategy, String collection, int offers, String people, int uses) {
	}

	/**
	 * @param uses how many use each, by its key
	 */
	List<Row> list(List<Strategy> shown, Map<String, Integer> uses) {
		CatalogueLookup lookup = this.catalogue.look();
		return shown.stream().map((strategy) -> {
			Criterion criterion = strategy.criterion();
			return new Row(strategy, criterion.isOwn() ? "" : lookup.collectionName(criterion.collection()),
					offers(criterion, lookup), this.messages.people(criterion.eligibility()),
					uses.getOrDefault(strategy.slug(), 0));
		}).toList();
	}

	private int offers(Criterion criterion, CatalogueLookup lookup) {
		return criterion.isOwn() ? criterion.offers().size()
				: lookup.collection(criterion.collection()).map(this.catalogue::size).orElse(0);
	}

}
