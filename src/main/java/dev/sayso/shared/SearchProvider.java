package dev.sayso.shared;

import java.util.List;

/**
 * Something the search on top of every page looks through; a room declares one as a bean
 * with its order among the others.
 */
public interface SearchProvider {

	/** Message key of the heading its hits stand under. */
	String title();

	/** The best hits for what was typed, at most {@code limit}. */
	List<Hit> search(String typed, int limit);

	/**
	 * @param detail what tells it from others of the name
	 */
	record Hit(String name, String detail, String href, String icon) {
	}

}
