package dev.sayso.offer;

import java.util.List;

/**
 * Where offers, collections and placements are used; a room that uses them declares one
 * as a bean.
 */
public interface OfferUse {

	/**
	 * What uses the one of this key.
	 * @param kind {@code offer}, {@code collection} or {@code placement}
	 */
	List<Use> of(String kind, String slug);

	/**
	 * Something that uses it.
	 *
	 * @param kind message key of what it is
	 * @param live whether people see it now
	 */
	record Use(String kind, String name, String href, boolean live) {

	}

}
