package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;

/**
 * The second step: on which placements a decision shows something.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/scopes")
class DecisionScopesController {

	private final Decisions decisions;

	private final DecisionManagement management;

	private final DecisionPage page;

	private final DecisionCatalogue catalogue;

	DecisionScopesController(Decisions decisions, DecisionManagement management, DecisionPage page,
			DecisionCatalogue catalogue) {
		this.decisions = decisions;
		this.management = management;
		this.page = page;
		this.catalogue = catalogue;
	}

	@GetMapping
	ModelAndView scopes(@PathVariable String id) {
		return page(this.decisions.get(id), HttpStatus.OK);
	}

	/**
	 * What a button does is saved at once.
	 * @param act what it does and with which placement: {@code add:}, {@code up:},
	 * {@code down:} or {@code remove:} and its key; where it only says {@code add:}, the
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
		DecisionContent changed = decision.draft().with(after(told, decision.draft().scopes()));
		try {
			Decision saved = this.management.edit(decision.id(), version, decision.name(), decision.description(),
					changed, actor);
			return new ModelAndView("redirect:/decisions/" + saved.slug() + "/scopes");
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			DecisionContent yours = theirs.draft().with(after(told, theirs.draft().scopes()));
			return this.page.stale(page(theirs, HttpStatus.CONFLICT), theirs,
					theirs.edit(theirs.name(), theirs.description(), yours, theirs.changedAt(), actor.name()));
		}
	}

	/**
	 * A scope in the list.
	 *
	 * @param placement its key
	 * @param found null where the placement is gone
	 * @param flags its keys for OpenFeature's providers, once this is published
	 */
	record Row(String placement, @Nullable Placement found, int criteria, boolean first, boolean last,
			List<String> flags) {
	}

	private ModelAndView page(Decision decision, HttpStatusCode status) {
		List<DecisionScope> scopes = decision.draft().scopes();
		CatalogueLookup lookup = this.catalogue.look();
		Map<String, String> flags = DecisionContent.flags(decision.slug(),
				scopes.stream().map(DecisionScope::placement).toList());
		List<Row> rows = scopes.stream()
			.map((scope) -> new Row(scope.placement(), lookup.placement(scope.placement()).orElse(null),
					scope.criteria().size(), scope == scopes.get(0), scope == scopes.get(scopes.size() - 1),
					flags.entrySet()
						.stream()
						.filter((flag) -> flag.getValue().equals(scope.placement()))
						.map(Map.Entry::getKey)
						.toList()))
			.toList();
		List<Placement> others = this.catalogue.placements()
			.stream()
			.filter((one) -> !one.isArchived() && decision.draft().scope(one.slug()).isEmpty())
			.toList();
		return this.page.step(Step.SCOPES, decision, status)
			.addObject("rows", rows)
			.addObject("others", others)
			.addObject("full", scopes.size() >= DecisionContent.MOST_SCOPES);
	}

	/** The scopes after a button. */
	private static List<DecisionScope> after(String act, List<DecisionScope> scopes) {
		String placement = act.substring(act.indexOf(':') + 1);
		List<DecisionScope> changed = new ArrayList<>(scopes);
		int at = changed.stream().map(DecisionScope::placement).toList().indexOf(placement);
		switch (act.substring(0, Math.max(0, act.indexOf(':')))) {
			case "add" -> add(changed, at, placement);
			case "up" -> move(changed, at, at - 1);
			case "down" -> move(changed, at, at + 1);
			case "remove" -> changed.removeIf((scope) -> scope.placement().equals(placement));
			default -> Choices.check(act.isEmpty());
		}
		return List.copyOf(changed);
	}

	private static void add(List<DecisionScope> scopes, int at, String placement) {
		if (at < 0 && !placement.isEmpty() && scopes.size() < DecisionContent.MOST_SCOPES) {
			scopes.add(new DecisionScope(placement, List.of()));
		}
	}

	private static void move(List<DecisionScope> scopes, int from, int to) {
		if (from >= 0 && to >= 0 && to < scopes.size()) {
			scopes.add(to, scopes.remove(from));
		}
	}

}
