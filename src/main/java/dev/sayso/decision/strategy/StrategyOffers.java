package dev.sayso.decision.strategy;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.sayso.offer.ApprovedOffers;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Offers;
import dev.sayso.offer.collection.OfferPool;

/**
 * The offers that a strategy may hold.
 */
@Component
class StrategyOffers {

	private final Offers offers;

	private final ApprovedOffers approved;

	private final Clock clock;

	StrategyOffers(Offers offers, ApprovedOffers approved, Clock clock) {
		this.offers = offers;
		this.approved = approved;
		this.clock = clock;
	}

	OfferPool pool() {
		return OfferPool.of(this.offers.findAllByOrderByName(), this.approved.all(), this.clock.instant());
	}

	/** Whether one is there that is neither archived nor a fallback. */
	boolean isThere(String slug) {
		return this.offers.findBySlug(slug)
			.filter((offer) -> !offer.fallback() && offer.status() != Offer.Status.ARCHIVED)
			.isPresent();
	}

}
