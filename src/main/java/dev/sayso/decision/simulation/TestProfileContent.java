package dev.sayso.decision.simulation;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a test profile says of a person: kept as JSON, as it was typed.
 *
 * @param texts details and declared attributes, under the names of the form of a profile
 * @param says choices by the keys of purposes
 */
record TestProfileContent(Map<String, String> texts, Map<String, String> says) {

	TestProfileContent(@Nullable Map<String, String> texts, @Nullable Map<String, String> says) {
		this.texts = (texts != null) ? new TreeMap<>(texts) : Map.of();
		this.says = (says != null) ? new TreeMap<>(says) : Map.of();
	}

}
