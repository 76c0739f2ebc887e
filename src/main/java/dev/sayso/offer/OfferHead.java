package dev.sayso.offer;

import java.util.List;

/**
 * What stands above every page of an offer: where it stands, and how its draft differs
 * from what shows.
 *
 * @param differing how many parts of the draft differ from the version that shows
 * @param versions how many were approved
 */
record OfferHead(Offer offer, int differing, int versions, List<OfferUse.Use> uses) {

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

	/**
	 * The symbol of the chip.
	 */
	public String icon() {
		return icon(this.offer.status());
	}

	/**
	 * The colour of the chip.
	 */
	public String look() {
		return look(this.offer.status());
	}

	static String icon(Offer.Status status) {
		return switch (status) {
			case DRAFT -> "pencil";
			case APPROVED -> "check";
			case ARCHIVED -> "archive";
		};
	}

	static String look(Offer.Status status) {
		return switch (status) {
			case DRAFT -> "blue";
			case APPROVED -> "yes";
			case ARCHIVED -> "";
		};
	}

}
