package dev.sayso.decision.editor;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The third step: the tiers of each scope, and the guard in front of them.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class DecisionCriteriaController {

	private final Decisions decisions;

	private final DecisionManagement management;

	private final CriterionEditor editor;

	private final DecisionPage page;

	private final TierViews tierViews;

	private final DecisionCatalogue catalogue;

	DecisionCriteriaController(Decisions decisions, DecisionManagement management, CriterionEditor editor,
			DecisionPage page, TierViews tierViews, DecisionCatalogue catalogue) {
		this.decisions = decisions;
		this.management = management;
		this.editor = editor;
		this.page = page;
		this.tierViews = tierViews;
		this.catalogue = catalogue;
	}

	@GetMapping("/criteria")
	ModelAndView criteria(@PathVariable String id) {
		return page(this.decisions.get(id), HttpStatus.OK);
	}

	/** Moves a criterion, lets it compete with those above it, or takes it away. */
	@PutMapping("/criteria/{placement}/{place:\\d{1,3}}/order")
	ModelAndView move(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "-1") int version, Actor actor) {
		Decision decision = this.decisions.get(id);
		List<Criterion> after = CriterionEditor.after(act, CriterionEditor.scope(decision, placement), place);
		try {
			Decision saved = this.editor.save(decision, version, placement, after, actor);
			return new ModelAndView("redirect:/decisions/" + saved.slug() + "/criteria#scope-" + placement);
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			return this.page.stale(page(theirs, HttpStatus.CONFLICT), theirs, theirs);
		}
	}

	/** Switches the personalization guard off, for a reason. */
	@DeleteMapping("/guard")
	ModelAndView unguard(@PathVariable String id, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "-1") int version, Actor actor, RedirectAttributes redirect) {
		String why = reason.strip();
		if (why.isEmpty() || why.length() > 255) {
			return page(this.decisions.get(id), HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("fault", why.isEmpty() ? "decision.guard.fault" : "decision.guard.fault.long")
				.addObject("reason", why);
		}
		return guard(id, why, version, actor, redirect);
	}

	@PutMapping("/guard")
	ModelAndView guard(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return guard(id, "", version, actor, redirect);
	}

	private ModelAndView guard(String id, String reason, int version, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		try {
			this.management.edit(decision.id(), version, decision.name(), decision.description(),
					decision.draft().unguardedFor(reason), actor);
			Flash.done(redirect, reason.isEmpty() ? "decision.guard.on.done" : "decision.guard.off.done");
			return new ModelAndView("redirect:/decisions/" + decision.slug() + "/criteria");
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			return this.page.stale(page(theirs, HttpStatus.CONFLICT), theirs, theirs).addObject("reason", reason);
		}
	}

	private ModelAndView page(Decision decision, HttpStatusCode status) {
		String fallback = decision.draft().fallback();
		return this.page.step(Step.CRITERIA, decision, status)
			.addObject("ladders", this.tierViews.of(decision))
			.addObject("fallback", fallback.isEmpty() ? "" : this.catalogue.look().offerName(fallback));
	}

}
