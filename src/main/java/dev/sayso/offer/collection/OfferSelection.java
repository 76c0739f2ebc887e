package dev.sayso.offer.collection;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.sayso.offer.ApprovedOffer;

/**
 * Selects a collection's offers from all.
 */
record OfferSelection(Collection.Content content) {

	List<ApprovedOffer> from(List<ApprovedOffer> approved) {
		Stream<ApprovedOffer> offers = this.content.isDynamic() ? tagged(approved) : named(approved);
		return offers.filter((offer) -> !offer.fallback()).limit(Collection.MOST).toList();
	}

	private Stream<ApprovedOffer> tagged(List<ApprovedOffer> approved) {
		return approved.stream()
			.filter(this::carries)
			.sorted(Comparator.comparing((ApprovedOffer offer) -> -offer.content().priority())
				.thenComparing(ApprovedOffer::slug));
	}

	private boolean carries(ApprovedOffer offer) {
		Stream<String> qualifiers = this.content.qualifiers().stream();
		return this.content.every() ? qualifiers.allMatch(offer.content().qualifiers()::contains)
				: qualifiers.anyMatch(offer.content().qualifiers()::contains);
	}

	private Stream<ApprovedOffer> named(List<ApprovedOffer> approved) {
		Map<String, ApprovedOffer> bySlug = new LinkedHashMap<>();
		approved.forEach((offer) -> bySlug.put(offer.slug(), offer));
		return this.content.offers().stream().map(bySlug::get).filter(Objects::nonNull);
	}

}
