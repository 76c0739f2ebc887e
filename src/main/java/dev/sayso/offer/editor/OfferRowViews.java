package dev.sayso.offer.editor;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.offer.CatalogueLabels;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferOutline;
import dev.sayso.offer.Offers;

/**
 * Puts rows of the list together for their page.
 */
@Component
class OfferRowViews {

	private final Offers offers;

	private final CatalogueLabels labels;

	private final Personalization personalization;

	private final Clock clock;

	OfferRowViews(Offers offers, CatalogueLabels labels, Personalization personalization, Clock clock) {
		this.offers = offers;
		this.labels = labels;
		this.personalization = personalization;
		this.clock = clock;
	}

	/**
	 * An offer in the list, ready to show.
	 *
	 * @param time message key of where its validity stands
	 * @param places each placement with its languages
	 * @param personalized whether it reads a person's data
	 */
	record Row(OfferOutline offer, String time, List<Place> places, List<String> qualifiers, boolean personalized) {

	}

	/** A placement and the languages that the offer has texts in there. */
	record Place(String name, String languages) {

	}

	List<Row> create(List<OfferOutline> offers) {
		Map<UUID, OfferContent> contents = this.offers.findByIdIn(offers.stream().map(OfferOutline::id).toList())
			.stream()
			.collect(Collectors.toMap(Offer::id, Offer::draft));
		return offers.stream()
			.map((offer) -> row(offer, contents.getOrDefault(offer.id(), OfferContent.BLANK)))
			.toList();
	}

	private Row row(OfferOutline offer, OfferContent content) {
		String time = offer.time(this.clock.instant()).name().toLowerCase(Locale.ROOT);
		return new Row(offer, "offer.time." + time, places(offer),
				offer.qualifiers().stream().map(this.labels::qualifier).toList(), this.personalization.isOf(content));
	}

	private List<Place> places(OfferOutline offer) {
		return offer.languages()
			.entrySet()
			.stream()
			.map((place) -> new Place(this.labels.placement(place.getKey()),
					place.getValue().stream().map(this.labels::language).collect(Collectors.joining(", "))))
			.toList();
	}

}
