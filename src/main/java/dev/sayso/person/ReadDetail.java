package dev.sayso.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads single details in the form in which they are kept; null where a text is none.
 */
final class ReadDetail {

	private static final Pattern EMAIL = Pattern.compile(
			"[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+(?!\\p{N}+$)[\\p{L}\\p{N}-]{2,63}");

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final int FIRST_YEAR = 1880;

	private ReadDetail() {
	}

	static @Nullable String email(String text) {
		String local = text.substring(0, Math.max(0, text.lastIndexOf('@')));
		boolean dotted = local.startsWith(".") || local.endsWith(".") || local.contains("..");
		return (!dotted && EMAIL.matcher(text).matches() && SearchKeys.email(text).length() <= 254) ? text : null;
	}

	/**
	 * A country's code (ISO 3166-1 alpha-2).
	 */
	static @Nullable String country(String text) {
		String code = text.toUpperCase(Locale.ROOT);
		return COUNTRIES.contains(code) ? code : null;
	}

	/**
	 * A language tag (BCP 47).
	 */
	static @Nullable String language(String text) {
		try {
			Locale locale = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
			return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
		}
		catch (IllformedLocaleException ex) {
			return null;
		}
	}

	/**
	 * A time zone by its name in the tz database.
	 */
	static @Nullable String timeZone(String text) {
		try {
			return ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text).getId() : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	static @Nullable LocalDate birthDate(String text, LocalDate today) {
		try {
			LocalDate date = LocalDate.parse(text);
			return (date.getYear() < FIRST_YEAR || date.isAfter(today.plusDays(1))) ? null : date;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
