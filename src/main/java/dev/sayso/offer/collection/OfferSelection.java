package dev.sayso.offer.collection;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.sayso.offer.OfferVersion;

/**
 * Selects a collection's offers from all.
 */
record OfferSelection(Collection.Content content) {

	List<OfferVersion> from(List<OfferVersion> approved) {
		Stream<OfferVersion> offers = this.content.isDynamic() ? tagged(approved) : named(approved);
		return offers.filter((offer) -> !offer.fallback()).limit(Collection.MOST).toList();
	}

	private Stream<OfferVersion> tagged(List<OfferVersion> approved) {
		return approved.stream()
			.filter(this::carries)
			.sorted(Comparator.comparing((OfferVersion offer) -> -offer.content().priority())
				.thenComparing(OfferVersion::slug));
	}

	private boolean carries(OfferVersion offer) {
		Stream<String> qualifiers = this.content.qualifiers().stream();
		return this.content.every() ? qualifiers.allMatch(offer.content().qualifiers()::contains)
				: qualifiers.anyMatch(offer.content().qualifiers()::contains);
	}

	private Stream<OfferVersion> named(List<OfferVersion> approved) {
		Map<String, OfferVersion> bySlug = new LinkedHashMap<>();
		approved.forEach((offer) -> bySlug.put(offer.slug(), offer));
		return this.content.offers().stream().map(bySlug::get).filter(Objects::nonNull);
	}

}
