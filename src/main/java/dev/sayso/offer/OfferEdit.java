package dev.sayso.offer;

/**
 * What somebody wants an offer to be.
 */
public record OfferEdit(String name, String description, OfferContent content) {

	static OfferEdit of(Offer offer) {
		return new OfferEdit(offer.name(), offer.description(), offer.draft());
	}

}
