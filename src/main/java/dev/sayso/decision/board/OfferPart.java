package dev.sayso.decision.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Offers;
import dev.sayso.offer.placement.Placement;
import dev.sayso.shared.TextNormalizer;

/**
 * The form of a new offer, of a criterion or for when nothing else may show, and that of
 * offers for a criterion that are there.
 */
@Component
class OfferPart implements BoardPart {

	/** How many of those that are found are offered at once. */
	private static final int OFFERED = 20;

	private final DecisionCatalogue catalogue;

	private final Offers offers;

	private final BoardLanguages languages;

	OfferPart(DecisionCatalogue catalogue, Offers offers, BoardLanguages languages) {
		this.catalogue = catalogue;
		this.offers = offers;
		this.languages = languages;
	}

	@Override
	public boolean opens(String kind) {
		return List.of("offer", "offers", "fallback").contains(kind);
	}

	@Override
	public Object form(Decision decision, OpenForm open) {
		return NewOfferForm.of(decision);
	}

	@Override
	public Map<String, ?> choices(Decision decision, OpenForm open) {
		if (open.kind().equals("offers")) {
			return Map.of("found", found(decision, open));
		}
		Optional<Placement> placement = this.catalogue.look().placement(open.placement());
		return Map.of("languages", this.languages.names(), "contentType",
				placement.map(Placement::contentType).orElse(""), "placed",
				placement.map((shown) -> shown.layout().fields()).orElse(List.of()));
	}

	/** Those that are not in the criterion already, and are called as somebody typed. */
	private List<Offer> found(Decision decision, OpenForm open) {
		List<String> in = BoardPlaces.criterion(decision, open.placement(), open.place()).offers();
		String sought = TextNormalizer.text(open.find());
		return this.offers.findAllByOrderByName()
			.stream()
			.filter((offer) -> !offer.fallback() && offer.status() != Offer.Status.ARCHIVED)
			.filter((offer) -> !in.contains(offer.slug()) && TextNormalizer.text(offer.name()).contains(sought))
			.limit(OFFERED)
			.toList();
	}

}
