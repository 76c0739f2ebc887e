package dev.sayso.decision.board;

import java.util.List;
import java.util.function.UnaryOperator;

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

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.ranking.FormulaDesk;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;

/**
 * Saves the criteria of a placement, which of their offers goes first, and where those
 * come from.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/placements/{placement}/criteria")
class CriterionController {

	private final Decisions decisions;

	private final DecisionCatalogue catalogue;

	private final FormulaDesk desk;

	private final MadeCollections made;

	private final BoardPage page;

	private final DraftEdits edits;

	CriterionController(Decisions decisions, DecisionCatalogue catalogue, FormulaDesk desk, MadeCollections made,
			BoardPage page, DraftEdits edits) {
		this.decisions = decisions;
		this.catalogue = catalogue;
		this.desk = desk;
		this.made = made;
		this.page = page;
		this.edits = edits;
	}

	/**
	 * Adds a criterion for everybody, tried when those before it have nothing to show.
	 */
	@PostMapping
	ModelAndView add(@PathVariable String id, @PathVariable String placement,
			@RequestParam(defaultValue = "-1") int version, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		int place = BoardPlaces.scope(decision, placement).criteria().size() + 1;
		return this.edits.save(edit(decision, OpenForm.NONE, "", version, placement, place, actor, redirect),
				(content) -> CriterionOrder.added(content, placement));
	}

	/**
	 * Moves a criterion, lets it compete with those above it, copies it to the other
	 * placements, or takes it away.
	 */
	@PutMapping("/{place:\\d{1,3}}/order")
	ModelAndView order(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		BoardPlaces.criterion(decision, placement, place);
		UnaryOperator<DecisionContent> change = CriterionOrder.change(act, placement, place);
		String at = CriterionOrder.leadsTo(act, placement, place);
		return this.edits.save(new DraftEdits.Edit(decision, OpenForm.NONE, "", version, at, actor, redirect), change);
	}

	/** Says which of its offers goes first, or puts a name into the formula. */
	@PutMapping("/{place:\\d{1,3}}/ranking")
	ModelAndView rank(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@ModelAttribute("form") RankingForm form, BindingResult errors, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		BoardPlaces.criterion(decision, placement, place);
		OpenForm open = OpenForm.at("ranking", placement, place);
		if (!form.insert().isEmpty()) {
			return again(decision, open, form.inserted(), HttpStatus.OK);
		}
		if (form.isByFormula() && this.desk.isFaulty(form.formula())) {
			errors.rejectValue("formula", "decision.criterion.fault.formula");
		}
		form.check(errors);
		if (errors.hasErrors()) {
			return again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return this.edits.save(edit(decision, open, form, form.version(), placement, place, actor, redirect),
				BoardPlaces.changing(placement, place, form::ranked));
	}

	private ModelAndView again(Decision decision, OpenForm open, RankingForm form, HttpStatus status) {
		return this.page.again(decision, open, form, status)
			.addObject("formula",
					this.desk.check(form.formula(), form.locate(decision, open.placement(), open.place()), List.of()));
	}

	/** Says where its offers come from. */
	@PutMapping("/{place:\\d{1,3}}/source")
	ModelAndView source(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@ModelAttribute("form") @Valid SourceForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		Criterion criterion = BoardPlaces.criterion(decision, placement, place);
		OpenForm open = OpenForm.at("source", placement, place);
		if (form.source().equals("collection") && !form.collection().equals(criterion.collection())) {
			this.catalogue.look()
				.collection(form.collection())
				.ifPresentOrElse((collection) -> collection.refuseArchived("collection", errors),
						() -> errors.rejectValue("collection", "decision.criterion.fault.collection"));
		}
		if (form.source().equals("made")) {
			FreeKeys.check(form.name(), errors);
		}
		if (errors.hasErrors()) {
			return this.page.again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		DraftEdits.Edit edit = edit(decision, open, form, form.version(), placement, place, actor, redirect);
		return switch (form.source()) {
			case "made" -> this.edits.done(edit, (content) -> content,
					() -> this.made.make(decision, form.version(), placement, place, form.name(), actor));
			case "collection" -> this.edits.save(edit,
					BoardPlaces.changing(placement, place, (each) -> each.drawingFrom(form.collection())));
			default -> this.edits.save(edit, BoardPlaces.changing(placement, place,
					(each) -> each.isOwn() ? each : each.holding(shared(criterion))));
		};
	}

	/** The offers of a collection that a criterion keeps as its own. */
	private List<String> shared(Criterion criterion) {
		return this.catalogue.look()
			.collection(criterion.collection())
			.map((collection) -> this.catalogue.offers(collection)
				.stream()
				.map((offer) -> offer.slug())
				.limit(Criterion.MOST_OFFERS)
				.toList())
			.orElse(List.of());
	}

	private static DraftEdits.Edit edit(Decision decision, OpenForm open, Object form, int version, String placement,
			int place, Actor actor, RedirectAttributes redirect) {
		return new DraftEdits.Edit(decision, open, form, version, BoardPlaces.id(placement, place), actor, redirect);
	}

}
