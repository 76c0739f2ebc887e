package dev.sayso.decision.board;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;

/**
 * Saves whom a criterion is for: everybody, audiences, or a condition, of which an
 * audience can be made.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/people")
class CriterionPeopleController {

	private final Decisions decisions;

	private final EligibilityForms eligibilities;

	private final CriterionPart part;

	private final MadeAudiences made;

	private final BoardPage page;

	private final DraftEdits edits;

	CriterionPeopleController(Decisions decisions, EligibilityForms eligibilities, CriterionPart part,
			MadeAudiences made, BoardPage page, DraftEdits edits) {
		this.decisions = decisions;
		this.eligibilities = eligibilities;
		this.part = part;
		this.made = made;
		this.page = page;
		this.edits = edits;
	}

	/**
	 * @param act a button of the eligibility, which saves nothing
	 */
	@PutMapping
	ModelAndView save(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@ModelAttribute("form") @Valid PeopleForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, @RequestParam(defaultValue = "") String act,
			Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		BoardPlaces.criterion(decision, placement, place);
		Choices.check(act.isEmpty() || EligibilityForm.isAct(act));
		OpenForm open = OpenForm.at("people", placement, place);
		EligibilityForm typed = EligibilityForm.read(fields);
		if (EligibilityForm.isAct(act)) {
			return this.page.again(decision, open, form, HttpStatus.OK)
				.addObject("eligibility", this.part.view(typed.after(act)));
		}
		boolean making = !form.name().isEmpty() && typed.choice() == EligibilityForm.Choice.CONDITION;
		if (making) {
			FreeKeys.check(form.name(), errors);
		}
		try {
			DraftEdits.Edit edit = new DraftEdits.Edit(decision, open, form, form.version(),
					BoardPlaces.id(placement, place), actor, redirect);
			String kept = this.eligibilities.kept(typed);
			if (!errors.hasErrors()) {
				ModelAndView done = making
						? this.edits
							.done(edit, (content) -> content,
									() -> this.made.make(decision, form.version(), placement, place,
											new MadeAudiences.Audience(form.name(),
													this.eligibilities.condition(typed)),
											actor))
						: this.edits.save(edit,
								BoardPlaces.changing(placement, place, (criterion) -> criterion.meantFor(kept)));
				return (done.getStatus() != null) ? done.addObject("eligibility", this.part.view(typed)) : done;
			}
		}
		catch (InvalidConditionException ex) {
			errors.reject("decision.criterion.fault.eligibility");
		}
		return this.page.again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("eligibility", this.part.view(typed));
	}

}
