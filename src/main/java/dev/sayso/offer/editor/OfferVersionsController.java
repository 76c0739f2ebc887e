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

	private final OfferMessages messages;

	OfferVersionsController(Offers offers, OfferVersions versions, OfferHeadViews heads, OfferMessages messages) {
		this.offers = offers;
		this.versions = versions;
		this.heads = heads;
		this.messages = messages;
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
		List<OfferVersion> all = this.versions.list(offer.id());
		List<Row> rows = new ArrayList<>();
		for (int at = 0; at < all.size(); at++) {
			OfferVersion version = all.get(at);
			OfferVersion before = (at + 1 < all.size()) ? all.get(at + 1) : null;
			rows.add(new Row(version, (before == null) ? List.of() : this.messages.differences(
					OfferParts.of(before.name(), before.content()), OfferParts.of(version.name(), version.content()))));
		}
		model.addAttribute("head", this.heads.create(offer));
		model.addAttribute("rows", rows);
		return "offer/editor/versions";
	}

}
