package dev.sayso.shared;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something the search on top of every page looks through; a room declares one as a bean
 * with its order among the others.
 */
public interface SearchProvider {

	/**
	 * Where these things stand in the navigation and in URLs: the list there finds as
	 * many by {@code q}.
	 */
	String section();

	/** The best hits for what was typed first, at most {@code limit}. */
	Hits search(String typed, int limit);

	/**
	 * @param count how many there are in all
	 * @param more whether there are more than were counted
	 */
	record Hits(List<Hit> best, int count, boolean more) {

		public static final Hits NONE = new Hits(List.of(), 0, false);

	}

	/**
	 * @param field message key of what was found, where it is not the name; null where it
	 * is
	 * @param detail the value of that field, or what tells it from others of the name
	 */
	record Hit(String name, @Nullable String field, String detail, String href, String icon) {

	}

}
