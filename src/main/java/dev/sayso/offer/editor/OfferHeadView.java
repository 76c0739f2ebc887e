package dev.sayso.offer.editor;

import dev.sayso.offer.Offer;
import dev.sayso.offer.placement.CatalogueUsages;

/**
 * The head of every page of an offer: its status, and how its draft differs from what
 * shows.
 *
 * @param differing how many parts of the draft differ from the version that shows
 * @param versions how many were approved
 */
record OfferHeadView(Offer offer, int differing, int versions, CatalogueUsages.Uses uses) {

	/** Whether people would see something else if the draft were approved. */
	public boolean isChanged() {
		return this.offer.approved() == null || this.differing > 0;
	}

	public int next() {
		return this.offer.next();
	}

	public boolean isArchived() {
		return this.offer.status() == Offer.Status.ARCHIVED;
	}

}
