package dev.sayso.decision.strategy;

import java.time.Clock;
import java.util.List;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.audit.AuditedChanges;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.board.RankingForm;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;

/**
 * The page of a selection strategy. What is saved holds at once wherever the strategy is
 * used, as with a collection; the page says before where that is, and nothing is saved
 * that changes a live decision which it did not name.
 */
@ConsolePage
@RequestMapping("/strategies")
class StrategyController {

	private final Strategies strategies;

	private final StrategyPage page;

	private final StrategyFormulas formulas;

	private final EligibilityForms eligibilities;

	private final AuditedChanges changes;

	private final Clock clock;

	StrategyController(Strategies strategies, StrategyPage page, StrategyFormulas formulas,
			EligibilityForms eligibilities, AuditedChanges changes, Clock clock) {
		this.strategies = strategies;
		this.page = page;
		this.formulas = formulas;
		this.eligibilities = eligibilities;
		this.changes = changes;
		this.clock = clock;
	}

	/** The eligibility of a form, beside what it binds. */
	@ModelAttribute("typedEligibility")
	EligibilityForm eligibility(@RequestParam MultiValueMap<String, String> fields) {
		return EligibilityForm.read(fields);
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return this.page.show(StrategyForm.BLANK, EligibilityForm.of(""), null, true, HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @ModelAttribute("pageFrame") PageFrame pageFrame) {
		Strategy strategy = this.strategies.get(id);
		return this.page.show(StrategyForm.of(strategy), EligibilityForm.of(strategy.criterion().eligibility()),
				strategy, pageFrame.markets(), HttpStatus.OK);
	}

	/**
	 * The form again after one of its buttons: nothing is saved. A form of a strategy
	 * that is there already says PUT.
	 */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@ModelAttribute("form") StrategyForm form,
			@ModelAttribute("typedEligibility") EligibilityForm eligibility,
			@RequestParam(defaultValue = "") String strategy, @RequestParam(defaultValue = "") String act) {
		return this.page.redraw(form, eligibility, strategy.isBlank() ? null : this.strategies.get(strategy.strip()),
				act);
	}

	/**
	 * Checks a formula while it is written: nothing is saved.
	 * @param id {@code new} for one that is
	 */
	@PostMapping("/{id}/formula")
	ModelAndView check(@PathVariable String id, @ModelAttribute("form") RankingForm form, BindingResult errors,
			@RequestParam(defaultValue = "") List<String> person) {
		Strategy strategy = id.equals("new") ? null : this.strategies.get(id);
		return new ModelAndView("decision/ranking/_formula :: checked").addObject("formula",
				this.formulas.check(form, strategy, person));
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid StrategyForm form, BindingResult errors,
			@ModelAttribute("typedEligibility") EligibilityForm eligibility,
			@RequestParam(defaultValue = "") String act, Actor actor, RedirectAttributes redirect) {
		if (this.page.isRedrawn(form, act)) {
			return this.page.redraw(form, eligibility, null, act);
		}
		form.checkNew(errors);
		Criterion criterion = check(form, eligibility, null, errors);
		if (criterion != null && !errors.hasErrors()) {
			try {
				Strategy created = this.changes.create(this.strategies, Strategy.create(form.slug(), form.name(),
						form.description(), criterion, this.clock.instant(), actor.name()), actor);
				return done("strategy.created", created, redirect);
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "strategy.fault.slug.taken");
			}
		}
		return this.page.show(form, eligibility, null, true, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid StrategyForm form, BindingResult errors,
			@ModelAttribute("typedEligibility") EligibilityForm eligibility,
			@RequestParam(defaultValue = "") String act, Actor actor, RedirectAttributes redirect) {
		Strategy strategy = this.strategies.get(id);
		if (this.page.isRedrawn(form, act)) {
			return this.page.redraw(form, eligibility, strategy, act);
		}
		form.check(errors);
		Criterion criterion = check(form, eligibility, strategy, errors);
		if (criterion == null || errors.hasErrors()) {
			return this.page.show(form, eligibility, strategy, true, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!this.page.dependents(strategy).areToldIn(form.told())) {
			return this.page.show(form, eligibility, strategy, true, HttpStatus.CONFLICT).addObject("untold", true);
		}
		try {
			Strategy saved = this.changes.edit(this.strategies, strategy.id(), form.version(), (before) -> before
				.edit(form.name(), form.description(), criterion, this.clock.instant(), actor.name()), actor);
			return done("strategy.saved", saved, redirect);
		}
		catch (StaleEditException ex) {
			Strategy theirs = this.strategies.get(id);
			return this.page.show(form, eligibility, theirs, true, HttpStatus.CONFLICT).addObject("stale", theirs);
		}
	}

	/** What a form says; null where its eligibility cannot be kept. */
	private @Nullable Criterion check(StrategyForm form, EligibilityForm eligibility, @Nullable Strategy strategy,
			BindingResult errors) {
		this.page.check(form, strategy, errors);
		try {
			return form.criterion(this.eligibilities.kept(eligibility));
		}
		catch (InvalidConditionException ex) {
			errors.reject("decision.criterion.fault.eligibility");
			return null;
		}
	}

	private static ModelAndView done(String code, Strategy strategy, RedirectAttributes redirect) {
		Flash.done(redirect, code, strategy.name());
		return new ModelAndView("redirect:/strategies/" + strategy.slug());
	}

}
