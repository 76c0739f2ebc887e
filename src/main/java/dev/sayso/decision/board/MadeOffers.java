package dev.sayso.decision.board;

import java.util.List;
import java.util.function.BiFunction;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferManagement;
import dev.sayso.offer.Offers;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.Choices;

/**
 * Makes offers where a board misses them, drafts that are approved when the decision is
 * published.
 */
@Component
class MadeOffers {

	private final Offers offers;

	private final OfferManagement offerManagement;

	private final DecisionManagement management;

	private final BoardLanguages languages;

	private final FreeKeys keys;

	MadeOffers(Offers offers, OfferManagement offerManagement, DecisionManagement management, BoardLanguages languages,
			FreeKeys keys) {
		this.offers = offers;
		this.offerManagement = offerManagement;
		this.management = management;
		this.languages = languages;
		this.keys = keys;
	}

	/**
	 * What an offer is made for.
	 *
	 * @param seen the save of the decision that was shown
	 * @param fallback whether it shows when nothing else may
	 * @param change of the draft, which names it by its key
	 */
	record Use(int seen, boolean fallback, BiFunction<DecisionContent, String, DecisionContent> change) {
	}

	/**
	 * Makes an offer and names it in the draft, or does neither.
	 * @param placements where it says what was typed
	 * @throws dev.sayso.offer.InvalidOfferException when something is wrong with it
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved the decision
	 * since
	 */
	Offer make(Decision decision, NewOfferForm form, List<String> placements, Use use, Actor by) {
		return this.keys.make(form.name(), (key) -> this.offers.findBySlug(key).isPresent(), (key) -> {
			Offer made = this.offerManagement.create(key, use.fallback(), form.draft(placements, languages()), by);
			this.management.edit(decision, use.seen(), use.change().apply(decision.draft(), key), by);
			return made;
		});
	}

	/** The tags of the languages that the form has fields for, in their order. */
	List<String> languages() {
		return this.languages.tags();
	}

	/** Offers that were chosen for a criterion, those archived meanwhile among them. */
	List<Offer> chosen(List<String> keys) {
		return Choices.readAll(keys, (key) -> this.offers.findBySlug(key).filter((offer) -> !offer.fallback()));
	}

}
