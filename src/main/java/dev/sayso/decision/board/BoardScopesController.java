package dev.sayso.decision.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;

/**
 * Saves on which placements a decision shows something, and in which order.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/placements")
class BoardScopesController {

	private final Decisions decisions;

	private final DecisionManagement management;

	private final DecisionCatalogue catalogue;

	private final MadePlacements made;

	private final BoardPage page;

	private final DraftEdits edits;

	BoardScopesController(Decisions decisions, DecisionManagement management, DecisionCatalogue catalogue,
			MadePlacements made, BoardPage page, DraftEdits edits) {
		this.decisions = decisions;
		this.management = management;
		this.catalogue = catalogue;
		this.made = made;
		this.page = page;
		this.edits = edits;
	}

	/** Adds a placement that is there, or a new one, and opens the form of its offers. */
	@PostMapping
	ModelAndView add(@PathVariable String id, @ModelAttribute("form") ScopeForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		OpenForm open = new OpenForm(form.choosing() ? "placements" : "placement", "", 0, "", form.like());
		check(decision, form, errors);
		if (errors.hasErrors()) {
			return this.page.again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		String known = form.choosing() ? form.existing() : "";
		Function<String, UnaryOperator<DecisionContent>> change = (
				key) -> (content) -> added(content, key, form.like());
		DraftEdits.Edit edit = new DraftEdits.Edit(decision, open, form, form.version(), "board", actor, redirect);
		if (!known.isEmpty()) {
			return this.edits.save(edit.leadingTo("scope-" + known), change.apply(known));
		}
		String[] key = { "" };
		ModelAndView done = this.edits.done(edit, (content) -> content,
				() -> this.made.make(form.name(), form.surface(), form.contentType(), actor, (placement) -> {
					key[0] = placement.slug();
					return this.management.edit(decision, form.version(),
							change.apply(placement.slug()).apply(decision.draft()), actor);
				}));
		return (done.getStatus() != null) ? done : this.edits.next(edit, OpenForm.at("offer", key[0], 1));
	}

	/** Moves a placement, or takes it away with its ladder. */
	@PutMapping("/{placement}/order")
	ModelAndView order(@PathVariable String id, @PathVariable String placement,
			@RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		Choices.check(List.of("", "up", "down", "remove").contains(act));
		BoardPlaces.scope(decision, placement);
		String place = act.equals("remove") ? "board" : "scope-" + placement;
		return this.edits.save(new DraftEdits.Edit(decision, OpenForm.NONE, "", version, place, actor, redirect),
				(content) -> content
					.with(BoardPlaces.order(act, content.scopes(), (scope) -> scope.placement().equals(placement))));
	}

	private void check(Decision decision, ScopeForm form, BindingResult errors) {
		Choices.check(form.like().isEmpty() || decision.draft().scope(form.like()).isPresent());
		if (decision.draft().scopes().size() >= DecisionContent.MOST_SCOPES) {
			errors.rejectValue(form.choosing() ? "existing" : "name", "board.fault.placements",
					new Object[] { DecisionContent.MOST_SCOPES }, null);
		}
		else if (!form.choosing()) {
			ScopeForm.check(form.name(), "name", errors);
		}
		else {
			this.catalogue.look()
				.placement(form.existing())
				.ifPresentOrElse((placement) -> placement.refuseArchived("existing", errors),
						() -> errors.rejectValue("existing", "decision.scope.fault"));
		}
	}

	/** The ladder of a placement that is new here: one criterion, for everybody. */
	private static DecisionContent added(DecisionContent content, String placement, String like) {
		if (content.scope(placement).isPresent()) {
			return content;
		}
		List<DecisionScope> scopes = new ArrayList<>(content.scopes());
		List<Criterion> criteria = content.scope(like)
			.map(DecisionScope::criteria)
			.orElseGet(() -> List.of(Criterion.of(List.of())));
		scopes.add(new DecisionScope(placement, criteria));
		return content.with(scopes);
	}

}
