package dev.sayso.condition;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;

import dev.sayso.shared.LocalizedDate;

/**
 * Words, days and numbers as they stand in what the reader reads.
 */
final class ValueFormat {

	private ValueFormat() {
	}

	static String day(LocalDate day, Locale reader) {
		return LocalizedDate.of(day, reader);
	}

	static String number(BigDecimal number, Locale reader) {
		NumberFormat format = NumberFormat.getNumberInstance(country(reader));
		format.setMaximumFractionDigits(10);
		return format.format(number);
	}

	/**
	 * The article or preposition that a code wants, as a message lists them: a word and
	 * its codes, then another; the last is for all others.
	 */
	static String before(String words, String code) {
		String[] kinds = words.split("\\|", -1);
		String word = kinds[kinds.length - 1];
		for (String kind : kinds) {
			if ((kind + " ").contains(" " + code + " ")) {
				word = kind.replaceFirst("( [A-Z]{2})+$", "");
			}
		}
		return (word.isEmpty() || word.endsWith("’")) ? word : word + " ";
	}

	static String lower(String label) {
		String word = label.split("\\s", 2)[0];
		boolean plain = word.codePoints().skip(1).allMatch((one) -> Character.isLowerCase(one) || one == '-');
		return (plain && word.length() > 1) ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
				: label;
	}

	private static Locale country(Locale reader) {
		return reader.getLanguage().equals("en") ? Locale.UK : reader;
	}

}
