package dev.sayso.decision.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.review.DecisionFinding.Step;
import dev.sayso.offer.placement.Placement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;

/**
 * The second step: on which placements a decision shows something.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/scopes")
class DecisionScopesController {

	private final Decisions decisions;

	private final DecisionManagement keep;

	private final DecisionPage show;

	private final DecisionCatalogue catalogue;

	DecisionScopesController(Decisions decisions, DecisionManagement keep, DecisionPage show,
			DecisionCatalogue catalogue) {
		this.decisions = decisions;
		this.keep = keep;
		this.show = show;
		this.catalogue = catalogue;
	}

	@GetMapping
	ModelAndView scopes(@PathVariable String id) {
		return page(this.decisions.get(id), HttpStatus.OK);
	}

	/**
	 * What a button does is saved at once.
	 * @param act as {@link EditScopes} has it; where it only says {@code add:}, the
	 * placement is the one that is chosen
	 */
	@PutMapping
	ModelAndView change(@PathVariable String id, @RequestParam(defaultValue = "") String act,
			@RequestParam(defaultValue = "") String placement, @RequestParam(defaultValue = "-1") int version,
			Actor actor) {
		Decision decision = this.decisions.get(id);
		String told = act.equals("add:") ? act + placement : act;
		if (told.startsWith("add:") && this.catalogue.look().placement(told.substring(4)).isEmpty()) {
			return page(decision, HttpStatus.UNPROCESSABLE_CONTENT).addObject("fault", "decision.scope.fault");
		}
		DecisionContent changed = decision.draft().with(EditScopes.after(told, decision.draft().scopes()));
		try {
			Decision saved = this.keep.edit(decision.id(), version, decision.name(), decision.description(), changed,
					actor);
			return new ModelAndView("redirect:/decisions/" + saved.slug() + "/scopes");
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			DecisionContent yours = theirs.draft().with(EditScopes.after(told, theirs.draft().scopes()));
			return this.show.stale(page(theirs, HttpStatus.CONFLICT), theirs,
					theirs.edit(theirs.name(), theirs.description(), yours, theirs.changedAt(), actor.name()));
		}
	}

	/**
	 * A scope in the list.
	 *
	 * @param placement its key
	 * @param found null where the placement is gone
	 */
	record Row(String placement, @Nullable Placement found, int criteria, boolean first, boolean last) {
	}

	private ModelAndView page(Decision decision, HttpStatusCode status) {
		List<DecisionScope> scopes = decision.draft().scopes();
		CatalogueLookup shelves = this.catalogue.look();
		List<Row> rows = scopes.stream()
			.map((scope) -> new Row(scope.placement(), shelves.placement(scope.placement()).orElse(null),
					scope.criteria().size(), scope == scopes.get(0), scope == scopes.get(scopes.size() - 1)))
			.toList();
		List<Placement> others = this.catalogue.placements()
			.stream()
			.filter((one) -> !one.isArchived() && decision.draft().scope(one.slug()).isEmpty())
			.toList();
		return this.show.step(Step.SCOPES, decision, status)
			.addObject("rows", rows)
			.addObject("others", others)
			.addObject("full", scopes.size() >= DecisionContent.MOST_SCOPES);
	}

}
