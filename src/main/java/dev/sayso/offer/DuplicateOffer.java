package dev.sayso.offer;

import java.util.stream.IntStream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Fold;

/**
 * Copies offers, each copy a draft under a key of its own, however many are made at once.
 */
@Component
class DuplicateOffer {

	/** A key that leaves room for a number behind it. */
	private static final int LONGEST = 55;

	private static final int TRIES = 20;

	private final Offers offers;

	private final KeepOffer keep;

	DuplicateOffer(Offers offers, KeepOffer keep) {
		this.offers = offers;
		this.keep = keep;
	}

	/**
	 * Makes a copy.
	 * @param suffix what its name ends with, such as <em>(copy)</em>
	 * @throws BadOffer when something is wrong with it by now
	 */
	Offer duplicate(Offer offer, String suffix, Actor by) {
		String name = Fold.shorten(offer.name(), 200 - suffix.length() - 1) + " " + suffix;
		OfferEdit copy = new OfferEdit(name, offer.description(), offer.draft());
		for (int tried = 0;; tried++) {
			try {
				return this.keep.create(free(offer.slug()), offer.fallback(), copy, by);
			}
			catch (DuplicateKeyException ex) {
				if (tried == TRIES) {
					throw ex;
				}
			}
		}
	}

	private String free(String slug) {
		String stem = Fold.shorten(slug.replaceAll("-\\d{1,4}$", ""), LONGEST).replaceAll("-+$", "");
		return IntStream.range(2, 10_000)
			.mapToObj((number) -> stem + "-" + number)
			.filter((one) -> this.offers.findBySlug(one).isEmpty())
			.findFirst()
			.orElseThrow();
	}

}
