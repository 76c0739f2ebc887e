package dev.sayso.offer;

import java.util.HashSet;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.store.ImageUsage;

/**
 * The pictures that offers show, drafts and what is approved.
 */
@Component
class OfferImages implements ImageUsage {

	private final Offers offers;

	private final OfferVersions versions;

	OfferImages(Offers offers, OfferVersions versions) {
		this.offers = offers;
		this.versions = versions;
	}

	@Override
	public Set<String> images() {
		Set<String> names = new HashSet<>();
		this.offers.findAllByOrderByName().forEach((offer) -> names.addAll(offer.draft().images()));
		this.versions.approved().forEach((approved) -> names.addAll(approved.content().images()));
		return names;
	}

}
