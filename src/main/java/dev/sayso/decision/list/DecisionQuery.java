package dev.sayso.decision.list;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.decision.Decision;
import dev.sayso.shared.TextNormalizer;

/**
 * What is asked of the list of decisions, as its URL carries it; empty parts let all
 * through.
 *
 * @param q part of a name or a key
 * @param status {@code draft}, {@code live}, {@code changed}, {@code complete},
 * {@code archived}; archived ones are shown only when they are asked for
 * @param placement key of one
 * @param page from 1
 */
record DecisionQuery(String q, String status, String placement, String sort, int page) {

	/** How many decisions a page shows. */
	static final int SIZE = 50;

	/** The orders one may choose. */
	static final List<String> SORTS = List.of("name", "changed", "status");

	/** Where the decisions that are asked for stand. */
	static final List<String> STATUSES = List.of("draft", "live", "changed", "complete", "archived");

	static DecisionQuery of(Map<String, String> typed) {
		String sort = typed.getOrDefault("sort", "");
		String page = typed.getOrDefault("page", "");
		String status = typed.getOrDefault("status", "");
		return new DecisionQuery(typed.getOrDefault("q", "").strip(), STATUSES.contains(status) ? status : "",
				typed.getOrDefault("placement", ""), SORTS.contains(sort) ? sort : SORTS.get(0),
				page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
	}

	public boolean narrows() {
		return !(this.q + this.status + this.placement).isEmpty();
	}

	boolean lets(DecisionOutline outline) {
		String typed = TextNormalizer.text(this.q);
		return stands(outline) && (this.placement.isEmpty() || outline.placements().contains(this.placement))
				&& (outline.normalizedName().contains(typed) || outline.slug().contains(typed));
	}

	private boolean stands(DecisionOutline outline) {
		return switch (this.status) {
			case "" -> outline.status() != Decision.Status.ARCHIVED;
			case "changed" -> outline.isChanged() && outline.status() == Decision.Status.LIVE;
			default -> outline.status().name().toLowerCase(Locale.ROOT).equals(this.status);
		};
	}

	Comparator<DecisionOutline> order() {
		Comparator<DecisionOutline> byName = Comparator.comparing(DecisionOutline::normalizedName)
			.thenComparing(DecisionOutline::slug);
		return switch (this.sort) {
			case "changed" -> Comparator.comparing(DecisionOutline::changedAt).reversed().thenComparing(byName);
			case "status" -> Comparator.comparing(DecisionOutline::status).thenComparing(byName);
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
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/decisions");
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
		parts.put("placement", this.placement);
		parts.put("sort", this.sort.equals(SORTS.get(0)) ? "" : this.sort);
		parts.values().removeIf(String::isEmpty);
		return parts;
	}

}
