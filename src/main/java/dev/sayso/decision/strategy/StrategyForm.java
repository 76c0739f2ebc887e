package dev.sayso.decision.strategy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.board.RankingForm;
import dev.sayso.offer.collection.PickedOffers;
import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;

/**
 * A selection strategy as it is typed, beside the eligibility in the same form. It holds
 * both a collection and offers of its own, so that changing the source and back loses
 * nothing.
 *
 * @param version the one that was shown
 * @param slug given once
 * @param source {@code own} offers, or those of a {@code collection}
 * @param find what was typed to find an offer by
 * @param ranking {@code priority} or {@code formula}
 * @param formula kept while priority is chosen
 * @param learned whether the formula comes of a learned model
 * @param missing what it means that a value for it is missing; empty until it was chosen
 * @param instead the number that an offer ranks as there
 * @param insert a name to be put into the formula; empty for none
 * @param told addresses of the live decisions that the page said would change
 */
record StrategyForm(int version,
		@NotBlank(message = "{catalogue.fault.name}") @Size(max = 200,
				message = "{catalogue.fault.name.long}") String name,
		String slug, @Size(max = 2000, message = "{description.fault}") String description, String source,
		String collection, List<String> offers, String find, String ranking, String formula, boolean learned,
		String missing, String instead, String insert, List<String> told) implements CatalogueForm {

	static final StrategyForm BLANK = of(-1, "", "", "", Criterion.of(List.of()));

	StrategyForm {
		slug = Slug.typed(slug, name, RESERVED);
		source = Choices.read(source, "own", "collection");
		offers = Choices
			.readAll(Objects.requireNonNullElse(offers, List.<String>of()),
					(key) -> Optional.of(key).filter(Slug::isSlug))
			.stream()
			.distinct()
			.toList();
		ranking = Choices.read(ranking, "priority", "formula");
		formula = Objects.requireNonNullElse(formula, "");
		missing = Choices.read(missing, "", "out", "priority", "number");
		instead = Objects.requireNonNullElse(instead, "");
		insert = Objects.requireNonNullElse(insert, "");
		told = Objects.requireNonNullElse(told, List.of());
	}

	static StrategyForm of(@Nullable Strategy strategy) {
		return (strategy == null) ? BLANK : of(Objects.requireNonNullElse(strategy.version(), 0), strategy.name(),
				strategy.slug(), strategy.description(), strategy.criterion());
	}

	private static StrategyForm of(int version, String name, String slug, String description, Criterion criterion) {
		boolean own = criterion.collection().isEmpty();
		RankingForm ranking = RankingForm.of(version, criterion);
		return new StrategyForm(version, name, slug, description, own ? "own" : "collection", criterion.collection(),
				criterion.offers(), "", ranking.ranking(), ranking.formula(), ranking.learned(), ranking.missing(),
				ranking.instead(), "", List.of());
	}

	/** How it ranks, as a criterion of a decision has it. */
	RankingForm ranks() {
		return new RankingForm(this.version, this.ranking, this.formula, this.learned, this.missing, this.instead,
				this.insert);
	}

	@Override
	public void check(Errors errors) {
		if (this.offers.size() > Criterion.MOST_OFFERS) {
			errors.rejectValue("offers", "board.fault.offers", new Object[] { Criterion.MOST_OFFERS }, null);
		}
		ranks().check(errors);
	}

	/** The same after a button beside its offers. */
	StrategyForm after(String act) {
		if (!PickedOffers.isAct(act)) {
			Choices.check(List.of("", "enter", "save").contains(act));
			return this;
		}
		PickedOffers picked = new PickedOffers(this.offers);
		PickedOffers after = isFull() && act.startsWith("add:") ? picked : picked.after(act);
		return after.equals(picked) ? this : with(after.keys(), "", ranks());
	}

	/** The same with the name put into its formula, where there is one. */
	StrategyForm inserted() {
		return with(this.offers, this.find, ranks().inserted());
	}

	private StrategyForm with(List<String> own, String sought, RankingForm ranks) {
		return new StrategyForm(this.version, this.name, this.slug, this.description, this.source, this.collection, own,
				sought, ranks.ranking(), ranks.formula(), ranks.learned(), ranks.missing(), ranks.instead(),
				ranks.insert(), this.told);
	}

	/** The control on which work goes on after a button. */
	String focus(String act, StrategyForm before) {
		return new PickedOffers(this.offers).focus(act, new PickedOffers(before.offers));
	}

	/**
	 * What would be saved: of both sources the one that was chosen.
	 * @param eligibility a condition's JSON; empty for everybody
	 */
	Criterion criterion(String eligibility) {
		Criterion source = isOwn() ? Criterion.of(this.offers) : Criterion.of(List.of()).drawingFrom(this.collection);
		return ranks().ranked(source.meantFor(eligibility));
	}

	public boolean isOwn() {
		return this.source.equals("own");
	}

	public boolean isByFormula() {
		return ranks().isByFormula();
	}

	public boolean isFull() {
		return this.offers.size() >= Criterion.MOST_OFFERS;
	}

}
