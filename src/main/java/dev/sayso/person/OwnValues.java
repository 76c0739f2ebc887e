package dev.sayso.person;

import java.util.HashMap;
import java.util.Map;

/**
 * What is known of one person under the declared attributes, by name.
 */
public record OwnValues(Map<String, Object> values) {

	public OwnValues {
		// asked by name, never walked through
		values = new HashMap<>(values);
	}

}
