package dev.sayso.condition;

import java.util.List;
import java.util.Set;

/**
 * Finds what of a room is built on facts; a room that has such things declares a bean.
 */
public interface FactUsage {

	/** What names any of these facts, in what holds or in a draft, each thing once. */
	List<Use> find(Set<String> facts);

	/**
	 * Something that is built on facts.
	 *
	 * @param kind message key of what it is
	 * @param broken how many parts of it cannot be evaluated as things stand
	 */
	record Use(String kind, String name, String href, int broken) {

	}

}
