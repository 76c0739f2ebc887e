package dev.sayso.offer.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.audit.FieldChange;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.store.Version;

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
	record Row(Version<OfferContent> version, List<FieldChange> differences) {

	}

	@GetMapping
	String list(@PathVariable String id, Model model) {
		Offer offer = this.offers.get(id);
		model.addAttribute("head", this.heads.create(offer));
		model.addAttribute("rows", this.versions.compare(offer.id(), this::row));
		return "offer/editor/versions";
	}

	private Row row(Version<OfferContent> version, Optional<Version<OfferContent>> before) {
		return new Row(version,
				before.map((earlier) -> this.messages.differences(parts(earlier), parts(version))).orElse(List.of()));
	}

	private static Map<String, String> parts(Version<OfferContent> version) {
		return OfferParts.of(version.name(), version.content());
	}

}
