package dev.sayso.decision.editor;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.decision.review.FormulaValidator;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;

/**
 * One criterion: which offers, for whom, and which of them goes first.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/criteria/{placement}")
class CriterionController {

	private final Decisions decisions;

	private final CriterionEditor editor;

	private final CriterionPage criterionPage;

	private final DecisionPage pages;

	private final EligibilityForms eligibilities;

	private final FormulaValidator formulas;

	private final DecisionCatalogue catalogue;

	CriterionController(Decisions decisions, CriterionEditor editor, CriterionPage criterionPage, DecisionPage pages,
			EligibilityForms eligibilities, FormulaValidator formulas, DecisionCatalogue catalogue) {
		this.decisions = decisions;
		this.editor = editor;
		this.criterionPage = criterionPage;
		this.pages = pages;
		this.eligibilities = eligibilities;
		this.formulas = formulas;
		this.catalogue = catalogue;
	}

	@GetMapping("/new")
	ModelAndView draft(@PathVariable String id, @PathVariable String placement) {
		Decision decision = this.decisions.get(id);
		return this.criterionPage.page(decision, placement, 0, CriterionForm.blank(decision), true, HttpStatus.OK);
	}

	@GetMapping("/{place:\\d{1,3}}")
	ModelAndView show(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@ModelAttribute("pageFrame") PageFrame pageFrame) {
		Decision decision = this.decisions.get(id);
		Criterion criterion = CriterionEditor.criterion(CriterionEditor.scope(decision, placement), place);
		return this.criterionPage.page(decision, placement, place, CriterionForm.of(decision, criterion),
				pageFrame.markets(), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@PathVariable String id, @PathVariable String placement,
			@RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") String act, Actor actor,
			RedirectAttributes redirect) {
		CriterionForm form = CriterionForm.read(typed);
		Typed to = new Typed(id, placement, 0, act, form, actor, redirect);
		return save(to,
				(criterion) -> (scope) -> Tiers.of(scope.criteria()).add(criterion, form.competes()).criteria());
	}

	@PutMapping("/{place:\\d{1,3}}")
	ModelAndView save(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") String act, Actor actor,
			RedirectAttributes redirect) {
		Typed to = new Typed(id, placement, place, act, CriterionForm.read(typed), actor, redirect);
		return save(to, (criterion) -> (scope) -> {
			CriterionEditor.criterion(scope, place);
			return Tiers.of(scope.criteria()).replace(place, criterion).criteria();
		});
	}

	/** What was typed, where, and by whom. */
	private record Typed(String id, String placement, int place, String act, CriterionForm form, Actor actor,
			RedirectAttributes redirect) {
	}

	private ModelAndView save(Typed to, Function<Criterion, Function<DecisionScope, List<Criterion>>> change) {
		Decision decision = this.decisions.get(to.id());
		Choices.check(to.act().isEmpty() || EligibilityForm.isAct(to.act()));
		if (EligibilityForm.isAct(to.act())) {
			return page(decision, to, to.form().after(to.act()), HttpStatus.OK);
		}
		Read read = read(to.form(), decision, to.placement(), to.place());
		if (read.criterion() == null) {
			return page(decision, to, read.form(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Function<DecisionScope, List<Criterion>> changed = change.apply(read.criterion());
		try {
			this.editor.save(decision, to.form().version(), to.placement(),
					changed.apply(CriterionEditor.scope(decision, to.placement())), to.actor());
			Flash.done(to.redirect(), "decision.criterion.saved");
			return new ModelAndView("redirect:/decisions/" + decision.slug() + "/criteria#scope-" + to.placement());
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(to.id());
			Decision yours = CriterionEditor.with(theirs, to.placement(),
					changed.apply(CriterionEditor.scope(theirs, to.placement())));
			return this.pages.stale(page(theirs, to, to.form(), HttpStatus.CONFLICT), theirs, yours);
		}
	}

	private ModelAndView page(Decision decision, Typed to, CriterionForm form, HttpStatus status) {
		return this.criterionPage.page(decision, to.placement(), to.place(), form, true, status);
	}

	/**
	 * What a form came to.
	 *
	 * @param criterion null where something is wrong with it, which the form says
	 */
	private record Read(CriterionForm form, @Nullable Criterion criterion) {
	}

	/**
	 * Reads the criterion that a form means, or says what is wrong with it.
	 * @param place of the criterion in its scope, from 1; 0 for a new one
	 */
	private Read read(CriterionForm typed, Decision decision, String placement, int place) {
		boolean known = this.catalogue.look().collection(typed.collection()).isPresent();
		List<FormulaFault> faults = typed.byFormula() ? this.formulas.faults(typed.formula()) : List.of();
		CriterionForm form = typed.checked(known, faults);
		if (place == 0 && CriterionEditor.scope(decision, placement).criteria().size() >= DecisionScope.MOST_CRITERIA) {
			form = form.with("collection", "decision.criterion.fault.many");
		}
		try {
			String kept = this.eligibilities.kept(form.eligibility());
			return new Read(form, form.isValid() ? form.criterion(kept) : null);
		}
		catch (InvalidConditionException ex) {
			return new Read(form.with("eligibility", "decision.criterion.fault.eligibility"), null);
		}
	}

}
