package dev.sayso.decision.board;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;

/**
 * Saves whether a criterion is said by a selection strategy, and by which.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/strategy")
class CriterionStrategyController {

	private final Decisions decisions;

	private final StrategyPart part;

	private final MadeStrategies made;

	private final BoardPage page;

	private final DraftEdits edits;

	CriterionStrategyController(Decisions decisions, StrategyPart part, MadeStrategies made, BoardPage page,
			DraftEdits edits) {
		this.decisions = decisions;
		this.part = part;
		this.made = made;
		this.page = page;
		this.edits = edits;
	}

	@PutMapping
	ModelAndView save(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@ModelAttribute("form") @Valid StrategyPart.Choice form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		Criterion criterion = BoardPlaces.criterion(decision, placement, place);
		OpenForm open = OpenForm.at("strategy", placement, place);
		if (form.says().equals("existing") && !form.strategy().equals(criterion.strategy())) {
			this.part.find(form.strategy())
				.ifPresentOrElse((strategy) -> strategy.refuseArchived("strategy", errors),
						() -> errors.rejectValue("strategy", "board.strategy.fault"));
		}
		if (form.says().equals("named")) {
			FreeKeys.check(form.name(), errors);
		}
		if (errors.hasErrors()) {
			return this.page.again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		DraftEdits.Edit edit = new DraftEdits.Edit(decision, open, form, form.version(),
				BoardPlaces.id(placement, place), actor, redirect);
		return switch (form.says()) {
			case "named" -> {
				Choices.check(!criterion.isShared() || !Integer.valueOf(form.version()).equals(decision.version()));
				yield this.edits.done(edit, (content) -> content,
						() -> this.made.make(decision, form.version(), placement, place, form.name(), actor));
			}
			case "own" -> this.edits.save(edit, BoardPlaces.changing(placement, place, this.part::alone));
			default -> this.edits.save(edit,
					BoardPlaces.changing(placement, place, (each) -> Criterion.by(each.order(), form.strategy())));
		};
	}

}
