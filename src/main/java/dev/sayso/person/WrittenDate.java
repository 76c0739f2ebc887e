package dev.sayso.person;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A date as people write it. Files, forms and the API read it here.
 */
public final class WrittenDate {

	/** Which number comes first where both orders give a date. */
	public enum Order {

		DAY_FIRST, MONTH_FIRST

	}

	private static final Pattern YEAR_FIRST = Pattern
		.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})[.日]?");

	private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	private static final Pattern YEAR_LAST = Pattern
		.compile("(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{4})\\.?");

	private static final Pattern DAY_NAMED = Pattern.compile(
			"(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?\\.?[\\s-]*(?:de |of )?\\s*([\\p{L}\\p{M}]+)\\.?[\\s,-]*(?:de |del )?\\s*(\\d{4})(?:\\s?(?:г|r)\\.?)?");

	private static final Pattern MONTH_NAMED = Pattern
		.compile("([\\p{L}\\p{M}]+)\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(\\d{4})");

	private static final Pattern TIME = Pattern.compile(
			"(.*\\d{2}.*?)(?:T|,?\\s+)\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*(?:[aApP]\\.?[mM]\\.?)?\\s*(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");

	private static final Map<String, Integer> MONTHS = months();

	private WrittenDate() {
	}

	/**
	 * Reads a date that can mean one day only; empty where it is none, or where day and
	 * month could change places.
	 */
	public static Optional<LocalDate> parse(String text) {
		return parse(text, null);
	}

	/**
	 * Reads a date; a time after it is left out.
	 * @param order decides where both orders give a date; null for neither
	 */
	public static Optional<LocalDate> parse(String text, @Nullable Order order) {
		String plain = text.strip();
		Matcher time = TIME.matcher(plain);
		String date = time.matches() ? time.group(1).strip() : plain;
		try {
			return Optional.ofNullable(date(date, order));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static @Nullable LocalDate date(String text, @Nullable Order order) {
		Matcher match = YEAR_FIRST.matcher(text);
		if (match.matches() || (match = COMPACT.matcher(text)).matches()) {
			return LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
		}
		match = YEAR_LAST.matcher(text);
		if (match.matches()) {
			return ordered(number(match, 1), number(match, 2), number(match, 3), order);
		}
		match = DAY_NAMED.matcher(text);
		if (match.matches()) {
			return named(match.group(2), number(match, 1), number(match, 3));
		}
		match = MONTH_NAMED.matcher(text);
		return match.matches() ? named(match.group(1), number(match, 2), number(match, 3)) : null;
	}

	private static @Nullable LocalDate ordered(int first, int second, int year, @Nullable Order order) {
		if (first > 12 || first == second) {
			return LocalDate.of(year, second, first);
		}
		if (second > 12) {
			return LocalDate.of(year, first, second);
		}
		if (order == null) {
			return null;
		}
		return (order == Order.DAY_FIRST) ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
	}

	private static @Nullable LocalDate named(String name, int day, int year) {
		Integer month = MONTHS.get(key(name));
		return (month != null && month > 0) ? LocalDate.of(year, month, day) : null;
	}

	private static int number(Matcher match, int group) {
		return Integer.parseInt(match.group(group));
	}

	/**
	 * The names of months in eight languages; a name that means two months means none.
	 */
	private static Map<String, Integer> months() {
		Map<String, Integer> months = new HashMap<>();
		for (String language : List.of("en", "fr", "nl", "de", "es", "it", "ru", "pl")) {
			Locale locale = new Locale.Builder().setLanguage(language).build();
			for (Month month : Month.values()) {
				for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
						TextStyle.SHORT_STANDALONE)) {
					months.merge(key(month.getDisplayName(style, locale)), month.getValue(),
							(one, two) -> one.equals(two) ? one : Integer.valueOf(0));
				}
			}
		}
		months.put("sept", 9);
		return months;
	}

	private static String key(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{Ll}]", "");
	}

}
