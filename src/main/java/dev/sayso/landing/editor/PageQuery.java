package dev.sayso.landing.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of the list of pages, as its URL carries it.
 *
 * @param q part of a name or a key
 * @param kind key of a kind; empty for all
 * @param status key of a status; empty for all
 * @param sort {@code name}, {@code changed} or {@code submissions}
 */
record PageQuery(String q, String kind, String status, String sort) {

	/** The orders one may choose. */
	static final List<String> SORTS = List.of("name", "changed", "submissions");

	static PageQuery of(Map<String, String> parameters) {
		String sort = parameters.getOrDefault("sort", "");
		return new PageQuery(parameters.getOrDefault("q", "").strip(), parameters.getOrDefault("kind", ""),
				parameters.getOrDefault("status", ""), SORTS.contains(sort) ? sort : SORTS.get(0));
	}

	public boolean narrows() {
		return !this.q.isEmpty() || !this.kind.isEmpty() || !this.status.isEmpty();
	}

	boolean lets(PageRowView row) {
		String wanted = this.q.toLowerCase(Locale.ROOT);
		return (row.page().name().toLowerCase(Locale.ROOT).contains(wanted) || row.page().slug().contains(wanted))
				&& (this.kind.isEmpty() || row.page().kind().key().equals(this.kind))
				&& (this.status.isEmpty() || row.status().key().equals(this.status));
	}

	Comparator<PageRowView> order() {
		Comparator<PageRowView> byName = Comparator.comparing((row) -> row.page().name(),
				String.CASE_INSENSITIVE_ORDER);
		return switch (this.sort) {
			case "changed" ->
				Comparator.comparing((PageRowView row) -> row.page().updatedAt()).reversed().thenComparing(byName);
			case "submissions" -> Comparator.comparingLong(PageRowView::submissions).reversed().thenComparing(byName);
			default -> byName;
		};
	}

	/**
	 * The same list in another order.
	 */
	public String sorted(String by) {
		return href(new PageQuery(this.q, this.kind, this.status, by));
	}

	public String withoutKind() {
		return href(new PageQuery(this.q, "", this.status, this.sort));
	}

	public String withoutStatus() {
		return href(new PageQuery(this.q, this.kind, "", this.sort));
	}

	private static String href(PageQuery query) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/landing-pages");
		query.parameters().forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
		return uri.encode().buildAndExpand(query.parameters()).toUriString();
	}

	private Map<String, String> parameters() {
		Map<String, String> parameters = new java.util.LinkedHashMap<>(
				Map.of("q", this.q, "kind", this.kind, "status", this.status));
		parameters.values().removeIf(String::isEmpty);
		if (!this.sort.equals(SORTS.get(0))) {
			parameters.put("sort", this.sort);
		}
		return parameters;
	}

}
