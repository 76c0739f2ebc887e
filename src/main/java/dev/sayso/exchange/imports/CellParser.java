package dev.sayso.exchange.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.sayso.person.WrittenAnswer;
import dev.sayso.person.WrittenDate;

/**
 * Parses cells as people and other tools write them; countries and languages by code or
 * by their English, French or Dutch name.
 */
final class CellParser {

	private static final List<Locale> WRITTEN_IN = Stream.of("en", "fr", "nl", "de", "es", "it", "ru", "pl")
		.map((language) -> new Locale.Builder().setLanguage(language).build())
		.toList();

	private static final Map<String, String> COUNTRIES = new HashMap<>();

	private static final Map<String, String> LANGUAGES = new HashMap<>();

	static {
		for (String code : Locale.getISOCountries()) {
			Locale country = new Locale.Builder().setRegion(code).build();
			COUNTRIES.put(WrittenAnswer.normalize(country.getISO3Country()), code);
			WRITTEN_IN
				.forEach((written) -> COUNTRIES.put(WrittenAnswer.normalize(country.getDisplayCountry(written)), code));
		}
		COUNTRIES.put("uk", "GB");
		for (String code : Locale.getISOLanguages()) {
			Locale language = new Locale.Builder().setLanguage(code).build();
			WRITTEN_IN.forEach(
					(written) -> LANGUAGES.put(WrittenAnswer.normalize(language.getDisplayLanguage(written)), code));
		}
	}

	private CellParser() {
	}

	/**
	 * A date in ISO 8601; any other text as it is.
	 */
	static String date(String text, WrittenDate.Order order) {
		return WrittenDate.parse(text, order).map(LocalDate::toString).orElse(text);
	}

	/**
	 * The code (ISO 3166) of a name; the text itself where it is none.
	 */
	static String country(String text) {
		return COUNTRIES.getOrDefault(WrittenAnswer.normalize(text), text);
	}

	/**
	 * The tag (BCP 47) of a name; the text itself where it is none.
	 */
	static String language(String text) {
		return LANGUAGES.getOrDefault(WrittenAnswer.normalize(text), text);
	}

}
