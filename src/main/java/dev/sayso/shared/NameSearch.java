package dev.sayso.shared;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds things of one kind by name or key.
 *
 * @param section where they stand in the navigation and in URLs
 * @param things all of them, in the order in which they are shown
 */
public record NameSearch(String section, String icon,
		Supplier<? extends Stream<? extends Named>> things) implements SearchProvider {

	@Override
	public String title() {
		return "nav." + this.section;
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String search = TextNormalizer.text(typed);
		return this.things.get()
			.filter((thing) -> thing.searchName().contains(search) || thing.slug().contains(search))
			.limit(limit)
			.map((thing) -> new Hit(thing.name(), thing.slug(), "/" + this.section + "/" + thing.slug(), this.icon))
			.toList();
	}

}
