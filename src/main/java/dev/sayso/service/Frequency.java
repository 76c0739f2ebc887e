package dev.sayso.service;

import java.util.Map;

/**
 * How often a service can come, for people to choose from.
 *
 * @param key in forms, in the API and in the store, given once
 * @param name in languages that have no word of their own
 * @param names by language
 */
public record Frequency(String key, String name, Map<String, String> names) {

	public Frequency {
		names = Map.copyOf(names);
	}

	public String in(String language) {
		return this.names.getOrDefault(language, this.name);
	}

}
