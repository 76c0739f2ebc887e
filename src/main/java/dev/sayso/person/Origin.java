package dev.sayso.person;

import java.util.Locale;

import dev.sayso.shared.Actor;

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

	/** Where what somebody does by hand, or a system by its token, comes from. */
	public static Origin of(Actor by) {
		return switch (by.kind()) {
			case ACCOUNT -> OPERATOR;
			case TOKEN -> API;
			case SUBJECT -> SUBJECT;
			case SYSTEM -> SYSTEM;
		};
	}

	/** The name in the API, in the store and in messages. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
