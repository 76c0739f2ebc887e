package dev.sayso.offer;

/**
 * What somebody wants an offer to be.
 */
public record OfferDraft(String name, String description, OfferContent content) {

	static OfferDraft of(Offer offer) {
		return new OfferDraft(offer.name(), offer.description(), offer.draft());
	}

}
