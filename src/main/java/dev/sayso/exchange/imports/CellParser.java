package dev.sayso.exchange.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.exchange.file.ColumnHeaders;

/**
 * Parses cells as people and other tools write them; countries and languages by code or
 * by their English, French or Dutch name.
 */
final class CellParser {

	private static final Pattern ISO_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ].*");

	private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})( .*)?");

	private static final List<Locale> WRITTEN_IN = List.of(Locale.ENGLISH, Locale.FRENCH,
			new Locale.Builder().setLanguage("nl").build());

	private static final Map<String, String> COUNTRIES = new HashMap<>();

	private static final Map<String, String> LANGUAGES = new HashMap<>();

	static {
		for (String code : Locale.getISOCountries()) {
			Locale country = new Locale.Builder().setRegion(code).build();
			COUNTRIES.put(ColumnHeaders.normalise(country.getISO3Country()), code);
			WRITTEN_IN
				.forEach((written) -> COUNTRIES.put(ColumnHeaders.normalise(country.getDisplayCountry(written)), code));
		}
		COUNTRIES.put("uk", "GB");
		for (String code : Locale.getISOLanguages()) {
			Locale language = new Locale.Builder().setLanguage(code).build();
			WRITTEN_IN.forEach(
					(written) -> LANGUAGES.put(ColumnHeaders.normalise(language.getDisplayLanguage(written)), code));
		}
	}

	private CellParser() {
	}

	/**
	 * A yes or a no; null where it is neither.
	 */
	static @Nullable Boolean flag(String text) {
		return switch (ColumnHeaders.normalise(text)) {
			case "true", "yes", "y", "1", "t", "x", "on", "oui", "o", "vrai", "ja", "j", "waar" -> Boolean.TRUE;
			case "false", "no", "n", "0", "f", "off", "non", "faux", "nee", "nein", "onwaar" -> Boolean.FALSE;
			default -> null;
		};
	}

	/**
	 * A choice: a yes or a no, or one of XDM's other values.
	 */
	static Optional<Choice> choice(String text) {
		Boolean flag = flag(text);
		return (flag != null) ? Optional.of(flag ? Choice.YES : Choice.NO) : Choice.of(text.strip());
	}

	/**
	 * A date in ISO 8601; any other text as it is.
	 */
	static String date(String text, ImportPlan.DateOrder order) {
		Matcher time = ISO_TIME.matcher(text);
		if (time.matches()) {
			return time.group(1);
		}
		Matcher date = SHORT.matcher(text);
		if (!date.matches()) {
			return text;
		}
		boolean dayFirst = order == ImportPlan.DateOrder.DAY_FIRST;
		int day = Integer.parseInt(date.group(dayFirst ? 1 : 2));
		int month = Integer.parseInt(date.group(dayFirst ? 2 : 1));
		return "%s-%02d-%02d".formatted(date.group(3), month, day);
	}

	/**
	 * The code (ISO 3166) of a name; the text itself where it is none.
	 */
	static String country(String text) {
		return COUNTRIES.getOrDefault(ColumnHeaders.normalise(text), text);
	}

	/**
	 * The tag (BCP 47) of a name; the text itself where it is none.
	 */
	static String language(String text) {
		return LANGUAGES.getOrDefault(ColumnHeaders.normalise(text), text);
	}

}
