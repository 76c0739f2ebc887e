package dev.sayso.consent;

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
		choices = Map.copyOf(choices);
	}

	public Choice choice(Purpose purpose) {
		boolean refused = purpose == Purpose.PERSONALIZE_CONTENT || purpose == Purpose.MODELING || purpose.isTracking();
		Choice otherwise = refused ? Choice.NO : Choice.YES;
		return this.choices.getOrDefault(purpose, otherwise);
	}

}
