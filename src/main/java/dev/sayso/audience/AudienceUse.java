package dev.sayso.audience;

import java.util.List;

/**
 * Where audiences are used; a room that uses them declares one as a bean.
 */
public interface AudienceUse {

	/**
	 * What uses the audience of this key.
	 */
	List<Use> of(String audience);

	/**
	 * Something that uses an audience.
	 *
	 * @param kind message key of what it is
	 */
	record Use(String kind, String name, String href) {

	}

}
