package dev.sayso.decision;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.ApprovedOffers;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Offers;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.collection.Collections;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;

/**
 * What decisions choose from, as the editor shows it.
 */
@Component
public class DecisionCatalogue {

	private final Placements placements;

	private final Collections collections;

	private final Offers offers;

	private final ApprovedOffers approved;

	private final Strategies strategies;

	DecisionCatalogue(Placements placements, Collections collections, Offers offers, ApprovedOffers approved,
			Strategies strategies) {
		this.placements = placements;
		this.collections = collections;
		this.offers = offers;
		this.approved = approved;
		this.strategies = strategies;
	}

	/** Looks things up by their keys for as long as one page is made, each once. */
	public CatalogueLookup look() {
		return new CatalogueLookup(this.placements::findBySlug, this.collections::findBySlug, this.offers::findBySlug,
				this.strategies::findBySlug);
	}

	public List<Placement> placements() {
		return this.placements.findAllByOrderByName();
	}

	public List<Collection> collections() {
		return this.collections.findAllByOrderByName();
	}

	/** All of them, those that are archived too. */
	public List<Strategy> strategies() {
		return this.strategies.findAllByOrderByName();
	}

	/** A content with what its selection strategies say now. */
	public DecisionContent resolve(DecisionContent content) {
		return this.strategies.resolve(content);
	}

	/**
	 * The offers that a draft or a strategy of it names one by one, and that nobody
	 * approved yet.
	 */
	public List<Offer> waiting(DecisionContent draft) {
		return this.approved.waiting(resolve(draft).namedOffers());
	}

	/** The offers of a collection that may show. */
	public List<ApprovedOffer> offers(Collection collection) {
		return collection.select(this.approved.all());
	}

	public int size(Collection collection) {
		return collection.select(this.approved.all()).size();
	}

	public List<ApprovedOffer> fallbacks() {
		return this.approved.all().stream().filter(ApprovedOffer::fallback).toList();
	}

}
