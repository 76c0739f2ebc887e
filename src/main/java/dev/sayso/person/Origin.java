package dev.sayso.person;

import java.util.Locale;

/**
 * Who or what changed a say or a profile.
 */
public enum Origin {

	/** The person, on a page, by one click or by SMS. */
	SUBJECT,

	/** Somebody signed in to the console. */
	OPERATOR,

	/** A file. */
	IMPORT,

	/** Another system. */
	API,

	/** Sayso itself, by a rule. */
	SYSTEM;

	public static Origin of(String key) {
		return valueOf(key.toUpperCase(Locale.ROOT));
	}

	/** The name in the API, in the store and in messages. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
