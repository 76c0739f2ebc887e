package dev.sayso.decision.board;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.contact.MarketingActions;
import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionFourEyes;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;

/**
 * Saves the quiet line on top of a board: what a decision is called, when it holds, and
 * whether the personalization guard is on.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft")
class DraftDetailsController {

	private static final OpenForm DETAILS = OpenForm.of("details");

	private static final OpenForm GUARD = OpenForm.of("guard");

	private final Decisions decisions;

	private final DecisionFourEyes eyes;

	private final BoardPage page;

	private final DraftEdits edits;

	private final MarketingActions actions;

	DraftDetailsController(Decisions decisions, DecisionFourEyes eyes, BoardPage page, DraftEdits edits,
			MarketingActions actions) {
		this.decisions = decisions;
		this.eyes = eyes;
		this.page = page;
		this.edits = edits;
		this.actions = actions;
	}

	@Component
	static class GuardPart implements BoardPart {

		@Override
		public boolean opens(String kind) {
			return kind.equals("guard");
		}

		@Override
		public Object form(Decision decision, OpenForm open) {
			return GuardForm.of(decision);
		}

	}

	@PutMapping("/details")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid DecisionDetailsForm form,
			BindingResult errors, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		Choices.check(form.actions().stream().allMatch((action) -> this.actions.find(action).isPresent()));
		form.check(errors);
		if (errors.hasErrors()) {
			return this.page.again(decision, DETAILS, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.eyes.edit(edited(decision, form), form.version(), form.fourEyes(), actor);
			return this.edits
				.back(new DraftEdits.Edit(decision, DETAILS, form, form.version(), "details", actor, redirect));
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			return this.page.stale(theirs, DETAILS, form, edited(theirs, form));
		}
	}

	private static Decision edited(Decision decision, DecisionDetailsForm form) {
		return decision.edit(form.name(), form.description(), form.applyTo(decision.draft()), decision.changedAt(),
				decision.changedBy());
	}

	/** Switches the personalization guard off, for a reason. */
	@DeleteMapping("/guard")
	ModelAndView unguard(@PathVariable String id, @ModelAttribute("form") @Valid GuardForm form, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		if (errors.hasErrors()) {
			return this.page.again(decision, GUARD, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return this.edits.save(new DraftEdits.Edit(decision, GUARD, form, form.version(), "details", actor, redirect),
				(content) -> content.unguardedFor(form.reason()));
	}

	@PutMapping("/guard")
	ModelAndView guard(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		return this.edits.save(
				new DraftEdits.Edit(decision, GUARD, GuardForm.of(decision), version, "details", actor, redirect),
				(content) -> content.unguardedFor(""));
	}

}
