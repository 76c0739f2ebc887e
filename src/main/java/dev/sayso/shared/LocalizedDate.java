package dev.sayso.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Days as they are written out in a language: English is British unless a country says
 * otherwise, and in French the first of a month is <em>1er</em>, which the JDK does not
 * know.
 */
public final class LocalizedDate {

	private LocalizedDate() {
	}

	/** Such as 3 March 2026. */
	public static String of(LocalDate day, Locale reader) {
		return write(day, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), reader);
	}

	/** Such as Tuesday 3 March 2026. */
	public static String withWeekday(LocalDate day, Locale reader) {
		return write(day, DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), reader);
	}

	/** Such as 3 Mar, for where there is little room. */
	public static String brief(LocalDate day, Locale reader) {
		return write(day, DateTimeFormatter.ofPattern("d MMM"), reader);
	}

	/** Such as Mar 2026, for where there is little room. */
	public static String month(LocalDate day, Locale reader) {
		return write(day, DateTimeFormatter.ofPattern("MMM uuuu"), reader);
	}

	/** Such as 3 March 2026, 20:47. */
	public static String withTime(TemporalAccessor moment, Locale reader) {
		return write(moment, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), reader);
	}

	private static String write(TemporalAccessor day, DateTimeFormatter format, Locale reader) {
		String written = format.withLocale(reader.toLanguageTag().equals("en") ? Locale.UK : reader).format(day);
		boolean first = day.get(ChronoField.DAY_OF_MONTH) == 1 && reader.getLanguage().equals("fr");
		return first ? written.replaceFirst("(?<!\\d)1(?=\\h\\p{L})", "1er") : written;
	}

}
