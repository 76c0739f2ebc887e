package dev.sayso.offer.collection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferVersion;
import dev.sayso.shared.TextNormalizer;

/**
 * All the offers as they are at one moment, to pick from.
 *
 * @param offers by their keys, in the order of their names
 * @param approved what shows
 */
record OfferPool(Map<String, Offer> offers, List<OfferVersion> approved, Instant now) {

	static OfferPool of(List<Offer> offers, List<OfferVersion> approved, Instant now) {
		Map<String, Offer> bySlug = new LinkedHashMap<>();
		offers.forEach((offer) -> bySlug.put(offer.slug(), offer));
		return new OfferPool(bySlug, approved, now);
	}

	/**
	 * Offers that were found.
	 *
	 * @param more how many there are beside those
	 */
	record Found(List<CollectionOfferRow> rows, int more) {

	}

	/**
	 * The rows of offers that somebody named, in that order.
	 */
	List<CollectionOfferRow> named(List<String> slugs) {
		Map<String, OfferVersion> shown = new LinkedHashMap<>();
		this.approved.stream().filter((one) -> !one.fallback()).forEach((one) -> shown.put(one.slug(), one));
		return slugs.stream().map((slug) -> row(slug, shown)).toList();
	}

	private CollectionOfferRow row(String slug, Map<String, OfferVersion> shown) {
		Offer offer = this.offers.get(slug);
		if (shown.containsKey(slug)) {
			return CollectionOfferRow.approved(shown.get(slug), this.now);
		}
		return (offer != null) ? CollectionOfferRow.waiting(offer, this.now) : CollectionOfferRow.gone(slug);
	}

	/**
	 * What a content holds, the first of it.
	 */
	Found inside(Collection.Content content, int limit) {
		List<OfferVersion> inside = new OfferSelection(content).from(this.approved);
		List<CollectionOfferRow> rows = inside.stream()
			.limit(limit)
			.map((one) -> CollectionOfferRow.approved(one, this.now))
			.toList();
		return new Found(rows, inside.size() - rows.size());
	}

	/**
	 * Offers to add, by name or key, without those picked already.
	 */
	Found find(String typed, Set<String> picked, int limit) {
		String wanted = TextNormalizer.text(typed);
		List<String> found = matching((offer) -> !picked.contains(offer.slug())
				&& (TextNormalizer.text(offer.name()).contains(wanted) || offer.slug().contains(wanted)));
		List<String> exact = found.stream()
			.filter((slug) -> slug.equals(wanted) || TextNormalizer.text(this.offers.get(slug).name()).equals(wanted))
			.toList();
		List<String> meant = (exact.size() == 1) ? exact : found;
		return new Found(named(meant.subList(0, Math.min(limit, meant.size()))), Math.max(0, meant.size() - limit));
	}

	/**
	 * Drafts that carry the qualifiers and would come in when they are approved.
	 */
	int waiting(Collection.Content content) {
		return !content.isDynamic() ? 0
				: matching((offer) -> offer.approved() == null && carries(offer, content)).size();
	}

	private static boolean carries(Offer offer, Collection.Content content) {
		List<String> carried = offer.draft().qualifiers();
		return content.every() ? carried.containsAll(content.qualifiers())
				: content.qualifiers().stream().anyMatch(carried::contains);
	}

	private List<String> matching(Predicate<Offer> wanted) {
		return this.offers.values()
			.stream()
			.filter((offer) -> !offer.fallback() && offer.archivedAt() == null)
			.filter(wanted)
			.map(Offer::slug)
			.toList();
	}

}
