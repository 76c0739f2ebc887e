package dev.sayso.contact;

import java.util.List;

/**
 * Finds what of a room names a marketing action; a room that has such things declares a
 * bean.
 */
@FunctionalInterface
public interface ActionUsage {

	/** What names it, in what holds, in a draft or in a version, each thing once. */
	List<Use> find(String action);

	record Use(String name, String href) {

	}

}
