package dev.sayso.offer;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;

/**
 * Shows where an offer stands.
 */
@Component
class ShowOfferHead {

	private final ApproveOffer approve;

	private final List<OfferUse> uses;

	ShowOfferHead(ApproveOffer approve, List<OfferUse> uses) {
		this.approve = approve;
		this.uses = uses;
	}

	OfferHead of(Offer offer) {
		int differing = (offer.approved() == null) ? 0
				: FieldChange.between(this.approve.parts(offer), OfferParts.of(offer.name(), offer.draft())).size();
		return new OfferHead(offer, differing, (offer.approved() != null) ? offer.approved() : 0,
				this.uses.stream().flatMap((room) -> room.of("offer", offer.slug()).stream()).toList());
	}

}
