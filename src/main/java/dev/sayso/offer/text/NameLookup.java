package dev.sayso.offer.text;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Finds what a name stands for.
 */
interface NameLookup {

	@Nullable Object in(TemplateRendering rendering);

	/**
	 * What is at the end of a path.
	 */
	static @Nullable Object follow(Map<?, ?> from, String[] path) {
		Object value = from;
		for (String step : path) {
			value = (value instanceof Map<?, ?> map) ? map.get(step) : null;
		}
		return value;
	}

}
