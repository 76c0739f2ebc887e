package dev.sayso.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.sayso.shared.Actor;

/**
 * From where something that was said or changed came.
 */
public enum Origin {

	/** The person, on a page, by one click or by SMS. */
	SUBJECT,

	/** Somebody signed in to the console. */
	OPERATOR,

	IMPORT,

	API,

	/** Sayso itself, by a rule. */
	SYSTEM;

	private static final Map<String, Origin> BY_KEY = Arrays.stream(values())
		.collect(Collectors.toMap(Origin::key, Function.identity()));

	/**
	 * @throws IllegalArgumentException where a key is none
	 */
	public static Origin of(String key) {
		Origin origin = BY_KEY.get(key);
		if (origin == null) {
			throw new IllegalArgumentException(key + " is no origin");
		}
		return origin;
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
