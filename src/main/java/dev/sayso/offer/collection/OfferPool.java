package dev.sayso.offer.collection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.Offer;
import dev.sayso.shared.TextNormalizer;

/**
 * All the offers as they are at one moment, to pick from.
 *
 * @param offers by their keys, in the order of their names
 * @param approved what shows
 */
public record OfferPool(Map<String, Offer> offers, List<ApprovedOffer> approved, Instant now) {

	/**
	 * @param offers in the order in which they are to be listed
	 */
	public static OfferPool of(List<Offer> offers, List<ApprovedOffer> approved, Instant now) {
		Map<String, Offer> bySlug = new LinkedHashMap<>();
		offers.forEach((offer) -> bySlug.put(offer.slug(), offer));
		return new OfferPool(bySlug, approved, now);
	}

	/**
	 * Offers that match, the first of them.
	 *
	 * @param more how many there are beside those
	 */
	public record Matches(List<CollectionOfferRow> rows, int more) {

	}

	/** The rows of offers that somebody named, in that order. */
	public List<CollectionOfferRow> named(List<String> slugs) {
		Map<String, ApprovedOffer> shown = new LinkedHashMap<>();
		this.approved.stream().filter((offer) -> !offer.fallback()).forEach((offer) -> shown.put(offer.slug(), offer));
		return slugs.stream().map((slug) -> row(slug, shown)).toList();
	}

	private CollectionOfferRow row(String slug, Map<String, ApprovedOffer> shown) {
		Offer offer = this.offers.get(slug);
		if (shown.containsKey(slug)) {
			return CollectionOfferRow.approved(shown.get(slug), this.now);
		}
		return (offer != null) ? CollectionOfferRow.waiting(offer, this.now) : CollectionOfferRow.gone(slug);
	}

	/** What a content holds, the first of it. */
	Matches inside(Collection.Content content, int limit) {
		List<ApprovedOffer> inside = content.select(this.approved);
		List<CollectionOfferRow> rows = inside.stream()
			.limit(limit)
			.map((offer) -> CollectionOfferRow.approved(offer, this.now))
			.toList();
		return new Matches(rows, inside.size() - rows.size());
	}

	/** Offers to add, by name or key, without those picked already. */
	public Matches find(String typed, Set<String> picked, int limit) {
		String search = TextNormalizer.text(typed);
		List<String> matching = matching((offer) -> !picked.contains(offer.slug())
				&& (TextNormalizer.text(offer.name()).contains(search) || offer.slug().contains(search)));
		List<String> exact = matching.stream()
			.filter((slug) -> slug.equals(search) || TextNormalizer.text(this.offers.get(slug).name()).equals(search))
			.toList();
		List<String> best = (exact.size() == 1) ? exact : matching;
		return new Matches(named(best.subList(0, Math.min(limit, best.size()))), Math.max(0, best.size() - limit));
	}

	/** What a button does: Enter adds the offer that was looked for, where it is one. */
	public String resolve(String act, String find, List<String> picked) {
		if (!act.equals("enter") || find.isEmpty()) {
			return act;
		}
		List<CollectionOfferRow> rows = find(find, Set.copyOf(picked), 2).rows();
		return (rows.size() == 1) ? "add:" + rows.get(0).slug() : act;
	}

	/** Drafts that carry the qualifiers and would come in when they are approved. */
	int waiting(Collection.Content content) {
		return !content.isDynamic() ? 0
				: matching((offer) -> offer.approved() == null && content.isMetBy(offer.draft().qualifiers())).size();
	}

	private List<String> matching(Predicate<Offer> condition) {
		return this.offers.values()
			.stream()
			.filter((offer) -> !offer.fallback() && offer.archivedAt() == null)
			.filter(condition)
			.map(Offer::slug)
			.toList();
	}

}
