package dev.sayso.offer;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.CopyNames;

/**
 * Copies offers, each copy a draft under a key of its own, however many are made at once.
 */
@Component
public class DuplicateOffer {

	private final Offers offers;

	private final OfferManagement keep;

	DuplicateOffer(Offers offers, OfferManagement keep) {
		this.offers = offers;
		this.keep = keep;
	}

	/**
	 * Makes a copy.
	 * @param suffix what its name ends with, such as <em>(copy)</em>
	 * @throws InvalidOfferException when something is wrong with it by now
	 */
	public Offer duplicate(Offer offer, String suffix, Actor by) {
		OfferDraft copy = new OfferDraft(CopyNames.name(offer.name(), suffix), offer.description(), offer.draft());
		return CopyNames.make(offer.slug(), (slug) -> this.offers.findBySlug(slug).isPresent(),
				(slug) -> this.keep.create(slug, offer.fallback(), copy, by));
	}

}
