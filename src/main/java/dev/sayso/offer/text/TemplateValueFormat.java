package dev.sayso.offer.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes values as people read them in a text.
 *
 * @param language whose words a day is written with
 * @param zone where the day of an instant is
 * @param iso whether machines read it: days and instants as ISO 8601 has them
 */
record TemplateValueFormat(Locale language, ZoneId zone, boolean iso) {

	/** A number whose digits nobody would read is written as it is kept. */
	private static final int MOST_DIGITS = 100;

	String text(Object value) {
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof LocalDate day) {
			return this.iso ? day.toString() : day(day);
		}
		if (value instanceof Instant instant) {
			return this.iso ? instant.toString() : day(instant.atZone(this.zone).toLocalDate());
		}
		if (value instanceof Collection<?> several) {
			return several.stream().filter(Objects::nonNull).map(this::text).collect(Collectors.joining(", "));
		}
		return (value instanceof Map) ? "" : value.toString();
	}

	private static String number(Number number) {
		if (number instanceof Integer || number instanceof Long) {
			return number.toString();
		}
		try {
			BigDecimal exact = new BigDecimal(number.toString());
			boolean legible = Math.abs(exact.scale()) + exact.precision() <= MOST_DIGITS;
			return legible ? exact.stripTrailingZeros().toPlainString() : number.toString();
		}
		catch (NumberFormatException ex) {
			return "";
		}
	}

	private String day(LocalDate day) {
		Locale country = this.language.toLanguageTag().equals("en") ? Locale.UK : this.language;
		String written = day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(country));
		boolean first = day.getDayOfMonth() == 1 && this.language.getLanguage().equals("fr");
		return first ? written.replaceFirst("^1 ", "1er ") : written;
	}

}
