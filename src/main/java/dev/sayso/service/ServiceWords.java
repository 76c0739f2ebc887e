package dev.sayso.service;

import java.util.List;
import java.util.Map;

/**
 * What people read of a service in their language, and how often it can come.
 *
 * @param texts by language, where it has a name or a description of its own
 * @param frequencies in the order in which they are offered, of which the first is usual
 */
public record ServiceWords(Map<String, Text> texts, List<Frequency> frequencies) {

	public static final ServiceWords NONE = new ServiceWords(Map.of(), List.of());

	/**
	 * @param name empty for that of the service
	 * @param description empty for that of the service
	 */
	public record Text(String name, String description) {

		static final Text NONE = new Text("", "");

	}

	public ServiceWords {
		texts = Map.copyOf(texts);
		frequencies = List.copyOf(frequencies);
	}

	Text text(String language) {
		return this.texts.getOrDefault(language, Text.NONE);
	}

}
