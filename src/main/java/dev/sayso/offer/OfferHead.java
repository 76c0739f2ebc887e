package dev.sayso.offer;

/**
 * What stands above every page of an offer: where it stands, and how its draft differs
 * from what shows.
 *
 * @param differing how many parts of the draft differ from the version that shows
 * @param versions how many were approved
 */
record OfferHead(Offer offer, int differing, int versions, GatherUses.Uses uses) {

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
