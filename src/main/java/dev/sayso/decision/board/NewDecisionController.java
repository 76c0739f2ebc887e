package dev.sayso.decision.board;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Begins a decision: its name and its first placement on one form, so that its board
 * opens with the first offer to write.
 */
@ConsolePage
@RequestMapping("/decisions")
class NewDecisionController {

	private final Decisions decisions;

	private final DecisionManagement management;

	private final DecisionCatalogue catalogue;

	private final MadePlacements made;

	private final ScopePart scopes;

	NewDecisionController(Decisions decisions, DecisionManagement management, DecisionCatalogue catalogue,
			MadePlacements made, ScopePart scopes) {
		this.decisions = decisions;
		this.management = management;
		this.catalogue = catalogue;
		this.made = made;
		this.scopes = scopes;
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return page(NewDecisionForm.BLANK, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid NewDecisionForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		form.check(errors);
		if (!form.existing().isEmpty() && this.catalogue.look().placement(form.existing()).isEmpty()) {
			errors.rejectValue("existing", "decision.scope.fault");
		}
		if (this.decisions.findBySlug(form.slug()).isPresent()) {
			errors.rejectValue("slug", "decision.fault.slug.taken");
		}
		if (errors.hasErrors()) {
			return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Decision created = form.makesPlacement()
					? this.made.make(form.placement(), form.surface(), form.contentType(), actor,
							(placement) -> create(form, placement.slug(), actor))
					: create(form, form.existing(), actor);
			Flash.done(redirect, "decision.created", created.name());
			return new ModelAndView("redirect:" + first(created));
		}
		catch (DuplicateKeyException ex) {
			errors.rejectValue("slug", "decision.fault.slug.taken");
			return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private Decision create(NewDecisionForm form, String placement, Actor actor) {
		List<DecisionScope> scopes = placement.isEmpty() ? List.of()
				: List.of(new DecisionScope(placement, List.of(Criterion.of(List.of()))));
		return this.management.create(form.slug(), form.name(), "", DecisionContent.BLANK.with(scopes), actor);
	}

	/** Where the work goes on: the first offer, or the first placement. */
	private static String first(Decision created) {
		OpenForm open = created.draft()
			.scopes()
			.stream()
			.findFirst()
			.map((scope) -> OpenForm.at("offer", scope.placement(), 1))
			.orElse(OpenForm.of("placement"));
		return open.href(DraftEdits.path(created));
	}

	private ModelAndView page(NewDecisionForm form, HttpStatusCode status) {
		return new ModelAndView("decision/board/new", status).addObject("form", form)
			.addAllObjects(this.scopes.choices(DecisionContent.BLANK));
	}

}
