package dev.sayso.exchange.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.sayso.exchange.file.ColumnHeaders;

/**
 * Knows countries and languages by the names people write, in English, French and Dutch.
 */
final class Names {

	private static final List<Locale> WRITTEN_IN = List.of(Locale.ENGLISH, Locale.FRENCH,
			new Locale.Builder().setLanguage("nl").build());

	private static final Map<String, String> COUNTRIES = new HashMap<>();

	private static final Map<String, String> LANGUAGES = new HashMap<>();

	static {
		for (String code : Locale.getISOCountries()) {
			Locale country = new Locale.Builder().setRegion(code).build();
			COUNTRIES.put(ColumnHeaders.plain(country.getISO3Country()), code);
			WRITTEN_IN
				.forEach((written) -> COUNTRIES.put(ColumnHeaders.plain(country.getDisplayCountry(written)), code));
		}
		COUNTRIES.put("uk", "GB");
		for (String code : Locale.getISOLanguages()) {
			Locale language = new Locale.Builder().setLanguage(code).build();
			WRITTEN_IN
				.forEach((written) -> LANGUAGES.put(ColumnHeaders.plain(language.getDisplayLanguage(written)), code));
		}
	}

	private Names() {
	}

	/**
	 * The code (ISO 3166) of a name; the text itself where it is none.
	 */
	static String country(String text) {
		return COUNTRIES.getOrDefault(ColumnHeaders.plain(text), text);
	}

	/**
	 * The tag (BCP 47) of a name; the text itself where it is none.
	 */
	static String language(String text) {
		return LANGUAGES.getOrDefault(ColumnHeaders.plain(text), text);
	}

}
