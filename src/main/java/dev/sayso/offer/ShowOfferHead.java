package dev.sayso.offer;

import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;

/**
 * Shows where an offer stands.
 */
@Component
class ShowOfferHead {

	private final ApproveOffer approve;

	private final GatherUses uses;

	ShowOfferHead(ApproveOffer approve, GatherUses uses) {
		this.approve = approve;
		this.uses = uses;
	}

	OfferHead of(Offer offer) {
		int differing = (offer.approved() == null) ? 0
				: FieldChange.between(this.approve.parts(offer), OfferParts.of(offer.name(), offer.draft())).size();
		return new OfferHead(offer, differing, (offer.approved() != null) ? offer.approved() : 0,
				this.uses.of("offer", offer.slug()));
	}

}
