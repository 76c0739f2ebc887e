package dev.sayso.person;

import java.util.Locale;

public enum Origin {

	/** The person, on a page, by one click or by SMS. */
	SUBJECT,

	/** Somebody signed in to the console. */
	OPERATOR,

	IMPORT,

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
