package dev.sayso.offer.collection;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.Validity;

/**
 * An offer as the page of a collection, or of what else picks offers, shows it.
 *
 * @param status {@code approved}, {@code draft}, {@code archived}, {@code fallback}, or
 * {@code gone} where there is none of the key; only the first shows
 * @param when {@code now}, {@code later} or {@code over}
 * @param begins null for at once
 * @param ends null for never
 */
public record CollectionOfferRow(String slug, String name, String status, int priority, String when,
		@Nullable Instant begins, @Nullable Instant ends) {

	/** One that shows when its validity holds. */
	static CollectionOfferRow approved(ApprovedOffer offer, Instant now) {
		return of(offer.slug(), offer.name(), "approved", offer.content(), now);
	}

	/** One that a collection may name without showing it. */
	static CollectionOfferRow waiting(Offer offer, Instant now) {
		String status = (offer.status() == Offer.Status.ARCHIVED) ? "archived"
				: offer.fallback() ? "fallback" : "draft";
		return of(offer.slug(), offer.name(), status, offer.draft(), now);
	}

	static CollectionOfferRow gone(String slug) {
		return new CollectionOfferRow(slug, slug, "gone", 0, "now", null, null);
	}

	private static CollectionOfferRow of(String slug, String name, String status, OfferContent content, Instant now) {
		Validity validity = content.validity();
		String when = now.isBefore(validity.begins()) ? "later" : validity.holds(now) ? "now" : "over";
		return new CollectionOfferRow(slug, name, status, content.priority(), when,
				(validity.from() != null) ? validity.begins() : null, (validity.to() != null) ? validity.ends() : null);
	}

	public boolean isShown() {
		return this.status.equals("approved");
	}

}
