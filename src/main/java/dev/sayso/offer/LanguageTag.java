package dev.sayso.offer;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the language tags of representations (BCP 47).
 */
public final class LanguageTag {

	private static final int LONGEST = 35;

	private LanguageTag() {
	}

	/** A language as it is written for good; empty for what is none. */
	public static Optional<String> tag(String typed) {
		try {
			Locale locale = new Locale.Builder().setLanguageTag(typed.replace('_', '-')).build();
			return Optional.of(locale.toLanguageTag())
				.filter((tag) -> !locale.getLanguage().isEmpty() && tag.length() <= LONGEST);
		}
		catch (IllformedLocaleException ex) {
			return Optional.empty();
		}
	}

}
