package dev.sayso.decision.editor;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.editor.CriterionItem.RankingItem;
import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ArchivableItem;

/**
 * A selection strategy as the configuration file has it: what a criterion of a decision
 * has but for its order, with a name.
 *
 * @param status {@code active} or {@code archived}; null for as it is
 * @param collection its key; null where there are offers of its own
 * @param offers keys of offers of its own; null where a collection has them
 * @param audiences keys of those of which any is needed
 * @param ranking null where the offers' priority ranks
 */
record StrategyItem(@Nullable String key, @Nullable String name, @Nullable String description, @Nullable String status,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String collection,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> offers, @Nullable List<String> audiences,
		@Nullable Object condition, @Nullable RankingItem ranking) implements ArchivableItem {

	static StrategyItem of(Strategy strategy) {
		return of(strategy.slug(), strategy.name(), strategy.description(),
				ArchivableItem.status(strategy.isArchived()), strategy.criterion());
	}

	private static StrategyItem of(@Nullable String key, @Nullable String name, String description, String status,
			Criterion criterion) {
		CriterionItem item = CriterionItem.of(criterion);
		return new StrategyItem(key, name, description, status, item.collection(), item.offers(), item.audiences(),
				item.condition(), item.ranking());
	}

	/** The same with all that the file left out: what is equal means the same. */
	StrategyItem whole(@Nullable StrategyItem before) {
		return of(this.key, Objects.requireNonNull(this.name).strip(),
				(this.description != null) ? this.description : (before != null) ? before.describe() : "",
				status(before), criterion());
	}

	/** What it says, as a criterion of a decision would. */
	CriterionItem item() {
		return new CriterionItem(null, null, this.collection, this.offers, this.audiences, this.condition,
				this.ranking);
	}

	Criterion criterion() {
		return item().criterion(0).at(0);
	}

	String describe() {
		return Objects.requireNonNullElse(this.description, "");
	}

	/** What is wrong with it by itself. */
	List<Fault> faults() {
		List<Fault> faults = faults(CatalogueForm.RESERVED);
		item().check("", faults);
		return faults;
	}

}
