package dev.sayso.landing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What ticking a checkbox says, and leaving it.
 */
public enum BoxMeaning {

	/** Ticked is a no; unticked lifts what the form may lift. */
	DO_NOT_CONTACT,

	/** Ticked is a yes; unticked changes nothing. */
	CONTACT_ME,

	/** Ticked is a yes, unticked a no. */
	IN_OR_OUT;

	public static Optional<BoxMeaning> of(String key) {
		return Arrays.stream(values()).filter((meaning) -> meaning.key().equals(key)).findFirst();
	}

	/** The name in the store, in forms and in message keys. */
	@JsonValue
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	boolean writesNo() {
		return this != CONTACT_ME;
	}

}
