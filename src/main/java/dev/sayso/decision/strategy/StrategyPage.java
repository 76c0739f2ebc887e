package dev.sayso.decision.strategy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.offer.collection.OfferPool;
import dev.sayso.offer.placement.CatalogueUsage;
import dev.sayso.offer.placement.CatalogueUsages;
import dev.sayso.shared.page.Choices;

/**
 * Draws the page of a strategy: its form, and what depends on it.
 */
@Component
class StrategyPage {

	static final String ICON = "adjustments";

	/** How many offers to add are offered at once. */
	private static final int OFFERED = 8;

	private final EligibilityForms eligibilities;

	private final StrategyFormulas formulas;

	private final CatalogueUsages usages;

	private final StrategyOffers offers;

	private final DecisionMessages messages;

	StrategyPage(EligibilityForms eligibilities, StrategyFormulas formulas, CatalogueUsages usages,
			StrategyOffers offers, DecisionMessages messages) {
		this.eligibilities = eligibilities;
		this.formulas = formulas;
		this.usages = usages;
		this.offers = offers;
		this.messages = messages;
	}

	/**
	 * The decisions that a strategy is used by.
	 *
	 * @param live those in which people see it: what is saved changes them at once
	 * @param drafts those that only plan to
	 * @param more how many there are beside those named
	 */
	record Dependents(List<CatalogueUsage.Use> live, List<CatalogueUsage.Use> drafts, int more) {

		public boolean isEmpty() {
			return this.live.isEmpty() && this.drafts.isEmpty();
		}

		/** Whether a page that named these live ones named all. */
		boolean areToldIn(List<String> told) {
			return this.live.stream().allMatch((use) -> told.contains(use.href()));
		}

		/** The live ones that otherwise take four eyes to change. */
		public String watched() {
			return this.live.stream()
				.filter(CatalogueUsage.Use::watched)
				.map(CatalogueUsage.Use::name)
				.collect(Collectors.joining(", "));
		}

		String names() {
			return Stream.concat(this.live.stream(), this.drafts.stream())
				.map(CatalogueUsage.Use::name)
				.collect(Collectors.joining(", "));
		}

	}

	Dependents dependents(@Nullable Strategy strategy) {
		CatalogueUsages.Uses uses = (strategy != null) ? this.usages.find(Strategy.KIND, strategy.slug())
				: CatalogueUsages.Uses.NONE;
		return new Dependents(uses.shown().stream().filter(CatalogueUsage.Use::live).toList(),
				uses.shown().stream().filter((use) -> !use.live()).toList(), uses.more());
	}

	/**
	 * The page with a form in it.
	 * @param strategy null for one that is new
	 * @param open whether the reader may change it
	 */
	ModelAndView show(StrategyForm form, EligibilityForm eligibility, @Nullable Strategy strategy, boolean open,
			HttpStatus status) {
		OfferPool pool = this.offers.pool();
		return new ModelAndView("decision/strategy/edit", status).addObject("form", form)
			.addObject("thing", strategy)
			.addObject("open", open)
			.addObject("path", (strategy != null) ? "/strategies/" + strategy.slug() : "/strategies")
			.addObject("eligibility", this.eligibilities.view(eligibility, "/strategies/draft", open))
			.addObject("formula", this.formulas.check(form.ranks(), strategy, List.of()))
			.addObject("formulaPath", "/strategies/" + ((strategy != null) ? strategy.slug() : "new") + "/formula")
			.addObject("collections", this.messages.collections(form.collection()))
			.addObject("picker", "/strategies/draft")
			.addObject("picked", pool.named(form.offers()))
			.addObject("matches", open ? pool.find(form.find(), Set.copyOf(form.offers()), OFFERED) : null)
			.addObject("most", Criterion.MOST_OFFERS)
			.addObject("dependents", dependents(strategy));
	}

	/** The form again after a button of it: nothing is saved. */
	ModelAndView redraw(StrategyForm form, EligibilityForm eligibility, @Nullable Strategy strategy, String act) {
		Choices.check(!act.equals("save"));
		boolean condition = EligibilityForm.isAct(act);
		if (!form.insert().isEmpty()) {
			return show(form.inserted(), eligibility, strategy, true, HttpStatus.OK).addObject("edited", true);
		}
		StrategyForm after = condition ? form : form.after(this.offers.pool().resolve(act, form.find(), form.offers()));
		return show(after, condition ? eligibility.after(act) : eligibility, strategy, true, HttpStatus.OK)
			.addObject("edited", true)
			.addObject("focus", condition ? "" : after.focus(act, form));
	}

	/** Whether what was sent is not to be saved: a button, or Enter while one looks. */
	boolean isRedrawn(StrategyForm form, String act) {
		return EligibilityForm.isAct(act) || !form.insert().isEmpty()
				|| (act.equals("enter") && form.isOwn() && !form.find().isEmpty());
	}

	/** Says what is not there that a form names; what it named before may stay. */
	void check(StrategyForm form, @Nullable Strategy strategy, Errors errors) {
		Criterion before = (strategy != null) ? strategy.criterion() : Criterion.of(List.of());
		if (!form.isOwn()) {
			boolean kept = !form.collection().isEmpty() && form.collection().equals(before.collection());
			if (!kept && !this.messages.collections(form.collection()).containsKey(form.collection())) {
				errors.rejectValue("collection", "decision.criterion.fault.collection");
			}
		}
		else {
			form.offers()
				.stream()
				.filter((key) -> !before.offers().contains(key) && !this.offers.isThere(key))
				.findFirst()
				.ifPresent((key) -> errors.rejectValue("offers", "strategy.fault.offer", new Object[] { key }, null));
		}
		if (form.isByFormula() && (form.formula().isBlank() || this.formulas.isFaulty(form.formula()))) {
			errors.rejectValue("formula", "decision.criterion.fault.formula");
		}
	}

}
