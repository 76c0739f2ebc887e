package dev.sayso.shared.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.shared.Named;
import dev.sayso.shared.SearchWords;

/**
 * What is asked of a list, as its URL carries it: a search ({@code q}), filters, an order
 * ({@code sort}) and a page. An empty part lets all through.
 */
public final class ListQuery {

	/** Rows of a page: so few that a telephone draws them at once. */
	public static final int SIZE = 25;

	private final String path;

	private final List<ListFilter> filters;

	private final List<String> sorts;

	private final Map<String, String> parts = new LinkedHashMap<>();

	private final SearchWords words;

	private final int page;

	/**
	 * @param label message key of what is filtered by
	 * @param without address of the list without it
	 */
	public record Pill(String label, ListFilter.Option option, String without) {

	}

	/**
	 * Reads the parameters of a request; what means nothing is left out.
	 * @param sorts the orders one may choose, of which the first holds where none is
	 * chosen
	 */
	public ListQuery(String path, List<ListFilter> filters, List<String> sorts, Map<String, String> parameters) {
		this.path = path;
		this.filters = filters;
		this.sorts = sorts;
		this.parts.put("q", parameters.getOrDefault("q", "").strip());
		this.words = SearchWords.of(this.parts.get("q"));
		for (ListFilter filter : filters) {
			String value = parameters.getOrDefault(filter.name(), "");
			this.parts.put(filter.name(), filter.accepts(value) ? value : "");
		}
		String sort = parameters.getOrDefault("sort", "");
		this.parts.put("sort", sorts.indexOf(sort) > 0 ? sort : "");
		this.parts.values().removeIf(String::isEmpty);
		String typed = parameters.getOrDefault("page", "");
		this.page = typed.matches("[1-9]\\d{0,5}") ? Integer.parseInt(typed) : 1;
	}

	/** The value of a part; empty where it lets all through. */
	public String value(String part) {
		return this.parts.getOrDefault(part, "");
	}

	/** Whether a filter lets something through that has this value. */
	public boolean lets(String filter, String value) {
		return !this.parts.containsKey(filter) || value(filter).equals(value);
	}

	/** Whether a filter lets something through that has some values. */
	public boolean lets(String filter, Collection<String> values) {
		return !this.parts.containsKey(filter) || values.contains(value(filter));
	}

	/** Whether the search finds something, as the search over everything does. */
	public boolean finds(Named thing) {
		return thing.isFoundBy(this.words);
	}

	public String sort() {
		return this.parts.getOrDefault("sort", this.sorts.get(0));
	}

	/**
	 * The page of all that matches.
	 * @param total how many there are, whether they match or not
	 */
	public <T> ListPage<T> page(List<T> matching, int total) {
		int pages = Math.max(1, (matching.size() + SIZE - 1) / SIZE);
		int current = Math.min(this.page, pages);
		return new ListPage<>(this, matching.stream().skip((current - 1L) * SIZE).limit(SIZE).toList(), matching.size(),
				total, (current > 1) ? with("page", String.valueOf(current - 1)) : null,
				(current < pages) ? with("page", String.valueOf(current + 1)) : null);
	}

	/**
	 * The address of the same list with another value of one part, from its first page.
	 */
	public String with(String part, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.parts);
		changed.put(part, value);
		changed.values().removeIf(String::isEmpty);
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath(this.path);
		changed.keySet().forEach((name) -> uri.queryParam(name, "{" + name + "}"));
		return uri.encode().buildAndExpand(changed).toUriString();
	}

	/** The address of the list as it is, from its first page. */
	public String here() {
		return with("page", "");
	}

	public String path() {
		return this.path;
	}

	public List<String> sorts() {
		return this.sorts;
	}

	public List<Pill> pills() {
		return menu().filter((filter) -> this.parts.containsKey(filter.name()))
			.map((filter) -> new Pill(filter.label(), filter.option(value(filter.name())), with(filter.name(), "")))
			.toList();
	}

	public List<ListFilter> choices() {
		return menu().filter((filter) -> !this.parts.containsKey(filter.name()) && !filter.options().isEmpty())
			.toList();
	}

	/**
	 * Where what is archived is listed, or what is in use again; null where the list does
	 * not tell them apart.
	 */
	public @Nullable String other() {
		return this.filters.contains(ListFilter.ARCHIVED) ? this.path + (archived() ? "" : "?archived=true") : null;
	}

	public boolean archived() {
		return this.parts.containsKey(ListFilter.ARCHIVED.name());
	}

	private Stream<ListFilter> menu() {
		return this.filters.stream().filter((filter) -> filter != ListFilter.ARCHIVED);
	}

	public Map<String, String> parts() {
		return this.parts;
	}

	/** Whether anything is left out by what was asked. */
	public boolean narrows() {
		return this.parts.size() > (this.parts.containsKey("sort") ? 1 : 0);
	}

}
