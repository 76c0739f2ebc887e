package dev.sayso.offer.placement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where offers, collections and placements are used; a room that uses them declares one
 * as a bean.
 */
public interface CatalogueUsage {

	/**
	 * What uses the one of this key.
	 * @param kind {@code offer}, {@code collection} or {@code placement}
	 */
	List<Use> find(String kind, String slug);

	/**
	 * How many things use each of these, for a list: a room that has many of what uses
	 * them counts in one reading instead.
	 */
	default Map<String, Integer> counts(String kind, Set<String> slugs) {
		return slugs.stream().collect(Collectors.toMap(Function.identity(), (slug) -> find(kind, slug).size()));
	}

	/**
	 * Something that uses it.
	 *
	 * @param kind message key of what it is
	 * @param live whether people see it now
	 * @param watched whether it takes four eyes to let it go live
	 */
	record Use(String kind, String name, String href, boolean live, boolean watched) {

		/** What anybody changes who may. */
		public Use(String kind, String name, String href, boolean live) {
			this(kind, name, href, live, false);
		}

	}

}
