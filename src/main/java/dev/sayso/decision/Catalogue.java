package dev.sayso.decision;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.offer.Collection;
import dev.sayso.offer.Collections;
import dev.sayso.offer.OfferVersion;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Placement;
import dev.sayso.offer.Placements;

/**
 * What decisions choose from, as the editor shows it.
 */
@Component
public class Catalogue {

	private final Placements placements;

	private final Collections collections;

	private final Offers offers;

	private final ApprovedOffers approved;

	Catalogue(Placements placements, Collections collections, Offers offers, ApprovedOffers approved) {
		this.placements = placements;
		this.collections = collections;
		this.offers = offers;
		this.approved = approved;
	}

	/**
	 * Looks things up by their keys for as long as one page is made, each once.
	 */
	public Shelves look() {
		return new Shelves(this.placements::findBySlug, this.collections::findBySlug, this.offers::findBySlug);
	}

	public List<Placement> placements() {
		return this.placements.findAllByOrderByName();
	}

	public List<Collection> collections() {
		return this.collections.findAllByOrderByName();
	}

	/**
	 * How many approved offers a collection has now.
	 */
	public int size(Collection collection) {
		return collection.of(this.approved.all()).size();
	}

	/**
	 * The approved offers that may stand behind everything.
	 */
	public List<OfferVersion> fallbacks() {
		return this.approved.all().stream().filter(OfferVersion::fallback).toList();
	}

}
