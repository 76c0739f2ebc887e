package dev.sayso.decision.board;

import java.util.List;

import jakarta.validation.Valid;

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

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.offer.InvalidOfferException;
import dev.sayso.offer.placement.Placement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;

/**
 * Saves the floor of a board: what shows when nothing else may.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/fallback")
class DraftFallbackController {

	private final Decisions decisions;

	private final DecisionCatalogue catalogue;

	private final MadeOffers made;

	private final BoardPage page;

	private final DraftEdits edits;

	DraftFallbackController(Decisions decisions, DecisionCatalogue catalogue, MadeOffers made, BoardPage page,
			DraftEdits edits) {
		this.decisions = decisions;
		this.catalogue = catalogue;
		this.made = made;
		this.page = page;
		this.edits = edits;
	}

	/**
	 * Makes a fallback offer, which says the same wherever the same kind of content
	 * shows.
	 * @param placement the key of the one whose floor it is written on
	 */
	@PostMapping
	ModelAndView make(@PathVariable String id, @RequestParam(defaultValue = "") String placement,
			@ModelAttribute("form") @Valid NewOfferForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		BoardPlaces.scope(decision, placement);
		OpenForm open = OpenForm.at("fallback", placement, 0);
		form.check(errors);
		if (form.isSilent()) {
			String first = this.made.languages().get(0);
			errors.rejectValue(form.beginning(first), "board.fault.text");
		}
		if (errors.hasErrors()) {
			return this.page.again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		DraftEdits.Edit edit = new DraftEdits.Edit(decision, open, form, form.version(), "floor-" + placement, actor,
				redirect);
		try {
			return this.edits.done(edit, (content) -> content,
					() -> this.made.make(decision, form, alike(decision, placement),
							new MadeOffers.Use(form.version(), true, (content, offer) -> content.fallingBackTo(offer)),
							actor));
		}
		catch (InvalidOfferException ex) {
			NewOfferForm.reject(ex.faults(), this.made.languages(), errors);
			return this.page.again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	/** Chooses a fallback offer that is there. */
	@PutMapping
	ModelAndView choose(@PathVariable String id, @RequestParam(defaultValue = "") String placement,
			@RequestParam(defaultValue = "") String fallback, @RequestParam(defaultValue = "-1") int version,
			Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		OpenForm open = OpenForm.at("fallbacks", placement, 0);
		boolean kept = fallback.equals(decision.draft().fallback()) && !fallback.isEmpty();
		if (!kept && this.catalogue.fallbacks().stream().noneMatch((one) -> one.slug().equals(fallback))) {
			return this.page.again(decision, open, NewOfferForm.of(decision), HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("fault", "decision.fallback.fault");
		}
		String place = decision.draft().scope(placement).isPresent() ? "floor-" + placement : "board";
		return this.edits.save(
				new DraftEdits.Edit(decision, open, NewOfferForm.of(decision), version, place, actor, redirect),
				(content) -> content.fallingBackTo(fallback));
	}

	/** The placements of the draft that show what this one does. */
	private List<String> alike(Decision decision, String placement) {
		CatalogueLookup lookup = this.catalogue.look();
		Placement shown = lookup.placement(placement).orElse(null);
		return decision.draft()
			.scopes()
			.stream()
			.map(DecisionScope::placement)
			.filter((slug) -> lookup.placement(slug)
				.filter((one) -> shown != null && one.contentType().equals(shown.contentType())
						&& one.layout().fields().equals(shown.layout().fields()))
				.isPresent())
			.toList();
	}

}
