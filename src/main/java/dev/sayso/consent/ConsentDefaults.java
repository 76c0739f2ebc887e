package dev.sayso.consent;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What holds for each purpose when a person has said nothing: no, where it is not said
 * otherwise, and of what is measured that it is counted without the person.
 */
public record ConsentDefaults(Map<Purpose, Choice> choices) {

	/** No for everything: before anybody chose. */
	public static final ConsentDefaults NONE = new ConsentDefaults(Map.of());

	public ConsentDefaults {
		Map<Purpose, Choice> copy = new EnumMap<>(Purpose.class);
		copy.putAll(choices);
		choices = Collections.unmodifiableMap(copy);
	}

	public Choice choice(Purpose purpose) {
		return this.choices.getOrDefault(purpose, purpose.isTracking() ? Choice.UNKNOWN : Choice.DEFAULT_NO);
	}

	/** What may be measured of whoever has said nothing. */
	public Tracking tracking(Purpose purpose) {
		return Tracking.of(choice(purpose));
	}

	public ConsentDefaults with(Map<Purpose, Choice> others) {
		Map<Purpose, Choice> all = new EnumMap<>(Purpose.class);
		all.putAll(this.choices);
		all.putAll(others);
		return new ConsentDefaults(all);
	}

}
