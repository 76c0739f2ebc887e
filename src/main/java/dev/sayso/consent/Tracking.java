package dev.sayso.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be measured of mail somebody got, the strictest first.
 */
public enum Tracking {

	/** Nothing. */
	NONE,
	/** How many, without whom. */
	ANONYMOUS,
	/** With the person's name. */
	IDENTIFY;

	public static Optional<Tracking> of(String key) {
		return Arrays.stream(values()).filter((tracking) -> tracking.key().equals(key)).findFirst();
	}

	/** The name in the API, in files, in forms and in message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What a default means; where nothing is said nothing but {@code u} is anonymous. */
	static Tracking of(Choice choice) {
		return switch (choice) {
			case YES, DEFAULT_YES, LEGITIMATE_INTEREST -> IDENTIFY;
			case NO, DEFAULT_NO -> NONE;
			default -> ANONYMOUS;
		};
	}

	/** The default that means this. */
	Choice byDefault() {
		return switch (this) {
			case NONE -> Choice.DEFAULT_NO;
			case ANONYMOUS -> Choice.UNKNOWN;
			case IDENTIFY -> Choice.DEFAULT_YES;
		};
	}

	public Tracking stricter(Tracking other) {
		return (compareTo(other) <= 0) ? this : other;
	}

}
