package dev.sayso.offer.editor;

import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.offer.ApproveOffer;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.placement.CatalogueUsages;

@Component
class OfferHeadViews {

	private final ApproveOffer approve;

	private final CatalogueUsages uses;

	OfferHeadViews(ApproveOffer approve, CatalogueUsages uses) {
		this.approve = approve;
		this.uses = uses;
	}

	OfferHeadView create(Offer offer) {
		int differing = (offer.approved() == null) ? 0
				: FieldChange.between(this.approve.parts(offer), OfferParts.of(offer.name(), offer.draft())).size();
		return new OfferHeadView(offer, differing, (offer.approved() != null) ? offer.approved() : 0,
				this.uses.find("offer", offer.slug()));
	}

}
