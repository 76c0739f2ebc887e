package dev.sayso.offer.editor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

	private final CatalogueLabels words;

	private final Personalization personalization;

	private final Clock clock;

	OfferRowViews(Offers offers, CatalogueLabels words, Personalization personalization, Clock clock) {
		this.offers = offers;
		this.words = words;
		this.personalization = personalization;
		this.clock = clock;
	}

	List<ListedOffer> of(List<OfferOutline> rows) {
		var contents = this.offers.findByIdIn(rows.stream().map(OfferOutline::id).toList())
			.stream()
			.collect(Collectors.toMap(Offer::id, Offer::draft));
		List<ListedOffer> listed = new ArrayList<>();
		for (OfferOutline row : rows) {
			OfferContent content = contents.getOrDefault(row.id(), OfferContent.BLANK);
			listed.add(new ListedOffer(row,
					"offer.time." + row.time(this.clock.instant()).name().toLowerCase(Locale.ROOT), places(row),
					row.qualifiers().stream().map(this.words::qualifier).toList(), this.personalization.isOf(content)));
		}
		return listed;
	}

	private List<ListedOffer.Place> places(OfferOutline row) {
		return row.languages()
			.entrySet()
			.stream()
			.map((place) -> new ListedOffer.Place(this.words.placement(place.getKey()),
					place.getValue().stream().map(this.words::language).collect(Collectors.joining(", "))))
			.toList();
	}

}
