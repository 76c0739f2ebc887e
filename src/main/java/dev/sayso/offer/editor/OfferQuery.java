package dev.sayso.offer.editor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferOutline;
import dev.sayso.shared.TextNormalizer;

/**
 * The filters and the order of the list of offers, as its URL carries them; an empty
 * filter lets all through.
 *
 * @param q part of a name or a key
 * @param status {@code draft}, {@code approved}, {@code archived}; archived ones are
 * shown only where it says so
 * @param kind {@code offer} or {@code fallback}
 * @param qualifier key of one
 * @param placement key of one
 * @param sort what the list is sorted by
 * @param page from 1
 */
record OfferQuery(String q, String status, String kind, String qualifier, String placement, String sort, int page) {

	/** How many offers a page shows. */
	static final int SIZE = 50;

	/** The orders one may choose. */
	static final List<String> SORTS = List.of("name", "priority", "changed");

	static OfferQuery of(Map<String, String> typed) {
		String sort = typed.getOrDefault("sort", "");
		String page = typed.getOrDefault("page", "");
		return new OfferQuery(typed.getOrDefault("q", "").strip(), typed.getOrDefault("status", ""),
				typed.getOrDefault("kind", ""), typed.getOrDefault("qualifier", ""),
				typed.getOrDefault("placement", ""), SORTS.contains(sort) ? sort : SORTS.get(0),
				page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
	}

	public boolean narrows() {
		return !(this.q + this.status + this.kind + this.qualifier + this.placement).isEmpty();
	}

	boolean matches(OfferOutline offer) {
		String search = TextNormalizer.text(this.q);
		boolean hasStatus = this.status.isEmpty() ? offer.status() != Offer.Status.ARCHIVED
				: offer.status().name().equalsIgnoreCase(this.status);
		return hasStatus && hasKindAndPlace(offer)
				&& (offer.searchName().contains(search) || offer.slug().contains(search));
	}

	private boolean hasKindAndPlace(OfferOutline offer) {
		return (this.kind.isEmpty() || offer.fallback() == this.kind.equals("fallback"))
				&& (this.qualifier.isEmpty() || offer.qualifiers().contains(this.qualifier))
				&& (this.placement.isEmpty() || offer.languages().containsKey(this.placement));
	}

	Comparator<OfferOutline> order() {
		Comparator<OfferOutline> byName = Comparator.comparing(OfferOutline::searchName)
			.thenComparing(OfferOutline::slug);
		return switch (this.sort) {
			case "changed" -> Comparator.comparing(OfferOutline::changedAt).reversed().thenComparing(byName);
			case "priority" -> Comparator.comparingInt(OfferOutline::priority).reversed().thenComparing(byName);
			default -> byName;
		};
	}

	/**
	 * The same list with another value of one part; the first page of it.
	 */
	public String with(String part, String value) {
		Map<String, String> parts = parts();
		parts.put(part, value);
		parts.values().removeIf(String::isEmpty);
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/offers");
		parts.forEach((name, text) -> uri.queryParam(name, "{" + name + "}"));
		return uri.encode().buildAndExpand(parts).toUriString();
	}

	/**
	 * The parts that narrow or order the list, by name.
	 */
	public Map<String, String> parts() {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("q", this.q);
		parts.put("status", this.status);
		parts.put("kind", this.kind);
		parts.put("qualifier", this.qualifier);
		parts.put("placement", this.placement);
		parts.put("sort", this.sort.equals(SORTS.get(0)) ? "" : this.sort);
		parts.values().removeIf(String::isEmpty);
		return parts;
	}

}
