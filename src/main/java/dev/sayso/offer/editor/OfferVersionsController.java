package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.OfferVersion;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.shared.page.ConsolePage;

/**
 * What was approved of an offer, version by version, and what each changed.
 */
@ConsolePage
@RequestMapping("/offers/{id}/versions")
class OfferVersionsController {

	private final Offers offers;

	private final OfferVersions versions;

	private final OfferHeadViews heads;

	private final OfferMessages words;

	OfferVersionsController(Offers offers, OfferVersions versions, OfferHeadViews heads, OfferMessages words) {
		this.offers = offers;
		this.versions = versions;
		this.heads = heads;
		this.words = words;
	}

	/**
	 * A version in the list.
	 *
	 * @param differences to the version before it; empty for the first
	 */
	record Row(OfferVersion version, List<OfferMessages.Difference> differences) {

	}

	@GetMapping
	String list(@PathVariable String id, Model model) {
		Offer offer = this.offers.get(id);
		List<OfferVersion> all = this.versions.of(offer.id());
		List<Row> rows = new ArrayList<>();
		for (int place = 0; place < all.size(); place++) {
			OfferVersion one = all.get(place);
			OfferVersion before = (place + 1 < all.size()) ? all.get(place + 1) : null;
			rows.add(new Row(one, (before == null) ? List.of() : this.words.differences(
					OfferParts.of(before.name(), before.content()), OfferParts.of(one.name(), one.content()))));
		}
		model.addAttribute("head", this.heads.of(offer));
		model.addAttribute("rows", rows);
		return "offer/editor/versions";
	}

}
