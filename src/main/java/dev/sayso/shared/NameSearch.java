package dev.sayso.shared;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds things of one kind by name, key or id.
 *
 * @param section where they stand in the navigation and in URLs
 * @param reference by which of its keys a thing stands in a URL
 * @param things all of them that are listed, in the order in which they are shown
 */
public record NameSearch(String section, String icon, Function<Named, ?> reference,
		Supplier<? extends Stream<? extends Named>> things) implements SearchProvider {

	/** Finds things that have pages by their keys. */
	public static NameSearch of(String section, String icon, Supplier<? extends Stream<? extends Named>> things) {
		return new NameSearch(section, icon, Named::slug, things);
	}

	@Override
	public Hits search(String typed, int limit) {
		SearchWords words = SearchWords.of(typed);
		List<? extends Named> found = this.things.get().filter((thing) -> thing.isFoundBy(words)).toList();
		Comparator<Named> order = Comparator.comparing((thing) -> words.rank(thing.searchName(), thing.slug()));
		return new Hits(found.stream()
			.sorted(order.thenComparing((thing) -> !thing.slug().equals(words.text())))
			.limit(limit)
			.map((thing) -> hit(thing, words))
			.toList(), found.size(), false);
	}

	private Hit hit(Named thing, SearchWords words) {
		boolean named = words.areIn(Stream.of(thing.searchName()));
		boolean identified = !named && words.text().equals(thing.id().toString());
		return new Hit(thing.name(), named ? null : identified ? "id" : "key",
				identified ? thing.id().toString() : thing.slug(),
				"/" + this.section + "/" + this.reference.apply(thing), this.icon);
	}

}
