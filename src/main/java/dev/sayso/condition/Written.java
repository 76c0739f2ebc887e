package dev.sayso.condition;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Days and numbers as the reader's country writes them.
 */
final class Written {

	private Written() {
	}

	static String day(LocalDate day, Locale reader) {
		String written = day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(country(reader)));
		boolean first = day.getDayOfMonth() == 1 && reader.getLanguage().equals("fr");
		return first ? written.replaceFirst("^1 ", "1er ") : written;
	}

	static String number(BigDecimal number, Locale reader) {
		NumberFormat format = NumberFormat.getNumberInstance(country(reader));
		format.setMaximumFractionDigits(10);
		return format.format(number);
	}

	private static Locale country(Locale reader) {
		return reader.getLanguage().equals("en") ? Locale.UK : reader;
	}

}
