package dev.sayso.decision.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.contact.MarketingAction;
import dev.sayso.contact.MarketingActions;
import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The first step: what a decision is called and when it holds.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class DecisionController {

	private final Decisions decisions;

	private final DecisionManagement management;

	private final DecisionPage page;

	private final DecisionCatalogue catalogue;

	private final MarketingActions actions;

	private final TimeFormat times;

	DecisionController(Decisions decisions, DecisionManagement management, DecisionPage page,
			DecisionCatalogue catalogue, MarketingActions actions, TimeFormat times) {
		this.actions = actions;
		this.decisions = decisions;
		this.management = management;
		this.page = page;
		this.catalogue = catalogue;
		this.times = times;
	}

	@GetMapping("/draft")
	ModelAndView details(@PathVariable String id) {
		Decision decision = this.decisions.get(id);
		return page(decision, DecisionDetailsForm.of(decision, this.times.zone()), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView save(@PathVariable String id, @RequestParam Map<String, String> typed,
			@RequestParam(defaultValue = "-1") int version, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		DecisionDetailsForm form = DecisionDetailsForm.read(typed);
		Choices.check(form.actions().stream().allMatch((action) -> this.actions.find(action).isPresent()));
		if (!form.isValid()) {
			return page(decision, form, HttpStatus.UNPROCESSABLE_CONTENT).addObject("seen", version);
		}
		try {
			Decision saved = this.management.edit(decision.id(), version, form.name(), form.description(),
					form.of(decision.draft()), actor);
			Flash.done(redirect, "decision.saved", saved.name());
			return new ModelAndView("redirect:/decisions/" + saved.slug() + "/scopes");
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			Decision yours = theirs.edit(form.name(), form.description(), form.of(theirs.draft()), theirs.changedAt(),
					actor.name());
			return this.page.stale(page(theirs, form, HttpStatus.CONFLICT), theirs, yours);
		}
	}

	private ModelAndView page(Decision decision, DecisionDetailsForm form, HttpStatusCode status) {
		return this.page.step(Step.DETAILS, decision, status)
			.addObject("form", form)
			.addObject("flags", flags(decision))
			.addObject("actions", actions(form))
			.addObject("seen", decision.version());
	}

	/** The names of the actions to choose from, by key, and of those that are chosen. */
	private Map<String, String> actions(DecisionDetailsForm form) {
		Map<String, String> offered = new LinkedHashMap<>();
		Stream.concat(this.actions.selectable().stream().map(MarketingAction::key), form.actions().stream())
			.forEach((key) -> offered.put(key, this.actions.name(key)));
		return offered;
	}

	/** The name of the placement behind each key of the decision's scopes. */
	private Map<String, String> flags(Decision decision) {
		CatalogueLookup lookup = this.catalogue.look();
		Map<String, String> flags = new LinkedHashMap<>();
		this.management.flags(decision).forEach((flag, placement) -> flags.put(flag, lookup.placementName(placement)));
		return flags;
	}

}
