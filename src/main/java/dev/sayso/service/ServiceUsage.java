package dev.sayso.service;

import java.util.List;

/**
 * Where a service is used beside conditions; a room that uses services declares one as a
 * bean.
 */
public interface ServiceUsage {

	/** What uses the service of this key. */
	List<Use> find(String service);

	/**
	 * Something that uses it.
	 *
	 * @param kind message key of what it is
	 */
	record Use(String kind, String name, String href) {

	}

}
