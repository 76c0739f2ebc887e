package dev.sayso.consent;

import java.util.EnumMap;
import java.util.Map;

/**
 * What holds for each purpose when a person has said nothing. Out of the box contact and
 * the use of data count as consented to, as in the field; personalization and learning do
 * not.
 */
public record ConsentDefaults(Map<Purpose, Choice> choices) {

	/** Before anybody set anything. */
	public static final ConsentDefaults OUT_OF_THE_BOX = new ConsentDefaults(Map.of());

	public ConsentDefaults {
		Map<Purpose, Choice> copy = new EnumMap<>(Purpose.class);
		copy.putAll(choices);
		choices = java.util.Collections.unmodifiableMap(copy);
	}

	public Choice choice(Purpose purpose) {
		boolean refused = purpose == Purpose.PERSONALIZE_CONTENT || purpose == Purpose.MODELING || purpose.isTracking();
		Choice otherwise = refused ? Choice.NO : Choice.YES;
		return this.choices.getOrDefault(purpose, otherwise);
	}

}
