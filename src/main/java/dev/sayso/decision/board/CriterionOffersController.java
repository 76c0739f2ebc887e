package dev.sayso.decision.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.Decisions;
import dev.sayso.offer.InvalidOfferException;
import dev.sayso.offer.Offer;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;

/**
 * Saves the offers of a criterion: made there, chosen, put in order, taken out.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/placements/{placement}/criteria/{place:\\d{1,3}}/offers")
class CriterionOffersController {

	private final Decisions decisions;

	private final MadeOffers made;

	private final BoardPage page;

	private final DraftEdits edits;

	CriterionOffersController(Decisions decisions, MadeOffers made, BoardPage page, DraftEdits edits) {
		this.decisions = decisions;
		this.made = made;
		this.page = page;
		this.edits = edits;
	}

	/**
	 * Makes an offer in its place.
	 * @param act {@code another} where the next one is to be written after it
	 */
	@PostMapping
	ModelAndView make(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@ModelAttribute("form") @Valid NewOfferForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String act, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		Choices.check(List.of("", "another").contains(act));
		Criterion criterion = BoardPlaces.criterion(decision, placement, place);
		if (!criterion.isOwn() && Integer.valueOf(form.version()).equals(decision.version())) {
			throw new NotFoundException("own offers of criterion " + place + ", which are a collection's");
		}
		OpenForm open = OpenForm.at("offer", placement, place);
		form.check(errors);
		if (criterion.offers().size() >= Criterion.MOST_OFFERS) {
			errors.rejectValue("name", "board.fault.offers", new Object[] { Criterion.MOST_OFFERS }, null);
		}
		if (errors.hasErrors()) {
			return this.page.again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		DraftEdits.Edit edit = new DraftEdits.Edit(decision, open, form, form.version(), "", actor, redirect);
		try {
			String[] key = { "" };
			ModelAndView done = this.edits.done(edit, (content) -> content, () -> {
				Offer offer = this.made.make(decision, form, List.of(placement), new MadeOffers.Use(form.version(),
						false, (content, slug) -> with(placement, place, slug).apply(content)), actor);
				key[0] = offer.slug();
			});
			if (done.getStatus() != null) {
				return done;
			}
			return act.equals("another") ? this.edits.next(edit, open)
					: this.edits.back(edit.leadingTo(pick(placement, place, key[0])));
		}
		catch (InvalidOfferException ex) {
			NewOfferForm.reject(ex.faults(), this.made.languages(), errors);
			return this.page.again(decision, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	/** Adds offers that are there. */
	@PutMapping
	ModelAndView choose(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@RequestParam(name = "offer", defaultValue = "") List<String> chosen,
			@RequestParam(defaultValue = "-1") int version, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		BoardPlaces.criterion(decision, placement, place);
		List<Offer> offers = this.made.chosen(chosen);
		Offer archived = offers.stream()
			.filter((offer) -> offer.status() == Offer.Status.ARCHIVED)
			.findFirst()
			.orElse(null);
		if (archived != null) {
			return this.page
				.again(decision, OpenForm.at("offers", placement, place), NewOfferForm.of(decision),
						HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("archived", archived.name())
				.addObject("chosen", chosen);
		}
		return save(decision, version, placement, place, BoardPlaces.id(placement, place), actor, redirect, (own) -> {
			Set<String> more = new LinkedHashSet<>(own);
			more.addAll(chosen);
			return more.stream().limit(Criterion.MOST_OFFERS).toList();
		});
	}

	/** Moves an offer, or takes it out; it goes on being an offer. */
	@PutMapping("/{offer}/order")
	ModelAndView order(@PathVariable String id, @PathVariable String placement, @PathVariable int place,
			@PathVariable String offer, @RequestParam(defaultValue = "") String act,
			@RequestParam(defaultValue = "-1") int version, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		List<String> own = BoardPlaces.criterion(decision, placement, place).offers();
		Choices.check(List.of("", "up", "down", "remove").contains(act));
		String at = (act.equals("remove") || !own.contains(offer)) ? BoardPlaces.id(placement, place)
				: pick(placement, place, offer);
		return save(decision, version, placement, place, at, actor, redirect,
				(offers) -> BoardPlaces.order(act, offers, offer::equals));
	}

	private ModelAndView save(Decision decision, int version, String placement, int place, String at, Actor actor,
			RedirectAttributes redirect, UnaryOperator<List<String>> change) {
		return this.edits.save(new DraftEdits.Edit(decision, OpenForm.NONE, "", version, at, actor, redirect),
				BoardPlaces.changing(placement, place, (criterion) -> criterion.isOwn()
						? criterion.holding(change.apply(criterion.offers())) : criterion));
	}

	private static UnaryOperator<DecisionContent> with(String placement, int place, String offer) {
		return BoardPlaces.changing(placement, place, (criterion) -> {
			List<String> own = new ArrayList<>(criterion.offers());
			own.add(offer);
			return criterion.holding(own);
		});
	}

	private static String pick(String placement, int place, String offer) {
		return "offer-" + placement + "-" + place + "-" + offer;
	}

}
