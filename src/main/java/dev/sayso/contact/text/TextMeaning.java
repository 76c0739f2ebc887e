package dev.sayso.contact.text;

import java.util.Locale;

/**
 * What a text to a number means.
 */
enum TextMeaning {

	/** Wholly a stop word. */
	STOP,

	/** With polite words or by a phrase: it stops, and somebody looks at it. */
	NEAR_STOP,

	/** Wholly a word to come back by. */
	START,

	HELP,

	/** Anything else. It changes nothing. */
	OTHER;

	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	boolean stops() {
		return this == STOP || this == NEAR_STOP;
	}

}
