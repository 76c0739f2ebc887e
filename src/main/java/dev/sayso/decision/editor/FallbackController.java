package dev.sayso.decision.editor;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The fourth step: what shows when nothing else may.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/fallback")
class FallbackController {

	private final Decisions decisions;

	private final DecisionManagement management;

	private final DecisionPage page;

	private final FallbackViews fallbacks;

	private final DecisionCatalogue catalogue;

	FallbackController(Decisions decisions, DecisionManagement management, DecisionPage page, FallbackViews fallbacks,
			DecisionCatalogue catalogue) {
		this.decisions = decisions;
		this.management = management;
		this.page = page;
		this.fallbacks = fallbacks;
		this.catalogue = catalogue;
	}

	@GetMapping
	ModelAndView fallback(@PathVariable String id) {
		Decision decision = this.decisions.get(id);
		return page(decision, decision.draft().fallback(), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView choose(@PathVariable String id, @RequestParam(defaultValue = "") String fallback,
			@RequestParam(defaultValue = "-1") int version, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		boolean kept = fallback.equals(decision.draft().fallback()) && !fallback.isEmpty();
		if (!kept && this.catalogue.fallbacks().stream().noneMatch((one) -> one.slug().equals(fallback))) {
			return page(decision, fallback, HttpStatus.UNPROCESSABLE_CONTENT).addObject("fault",
					"decision.fallback.fault");
		}
		try {
			Decision saved = this.management.edit(decision.id(), version, decision.name(), decision.description(),
					decision.draft().fallingBackTo(fallback), actor);
			Flash.done(redirect, "decision.saved", saved.name());
			return new ModelAndView("redirect:/decisions/" + saved.slug() + "/review");
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			Decision yours = theirs.edit(theirs.name(), theirs.description(), theirs.draft().fallingBackTo(fallback),
					theirs.changedAt(), actor.name());
			return this.page.stale(page(theirs, fallback, HttpStatus.CONFLICT), theirs, yours);
		}
	}

	private ModelAndView page(Decision decision, String chosen, HttpStatusCode status) {
		return this.page.step(Step.FALLBACK, decision, status)
			.addObject("options", this.fallbacks.of(decision))
			.addObject("chosen", chosen);
	}

}
