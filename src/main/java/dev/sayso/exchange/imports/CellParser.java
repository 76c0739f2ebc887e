package dev.sayso.exchange.imports;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.exchange.file.StopTerms;
import dev.sayso.person.WrittenAnswer;
import dev.sayso.person.WrittenDate;
import dev.sayso.shared.CsvSheet;

/**
 * Parses cells as people and other tools write them; countries and languages by code or
 * by their English, French or Dutch name.
 */
final class CellParser {

	/** What programs write for nothing. */
	private static final Set<String> NOTHING = Set.of("NULL", "null", "\\N", "(null)", "<null>", "[]", "{}", "#N/A",
			"NaN", "0000-00-00", "0000-00-00 00:00:00");

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

	private static final Pattern EMAIL = Pattern
		.compile("[^\\s@<>()\\[\\]\",;:|/\\\\]+@[^\\s@<>()\\[\\]\",;:|/\\\\]+\\.[\\p{L}\\p{M}\\p{Nd}-]{2,}");

	private static final Pattern MAILBOX = Pattern.compile("(?:[^@<>]*<|mailto:)?(" + EMAIL + ")[>.]?");

	private static final Pattern NUMBER = Pattern.compile("\\+?(?:[\\s().-]?\\d){8,15}(?:\\.0+)?");

	private static final Pattern BETWEEN_NUMBERS = Pattern
		.compile("\\s*(?:[,;|/\\n]|\\s(?:or|and|ou|et|of|en|oder|und|o|y|e|или|и|lub|i)\\s)\\s*|(?<=\\d)\\s+(?=\\+)");

	private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?(\\.0+)?");

	private static final Pattern CLOCK = Pattern.compile(
			".*?(?:T|\\s)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?\\s*([aApP])?\\.?[mM]?\\.?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");

	/** Days since the end of 1899, as spreadsheets count them. */
	private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:[.,](\\d+))?");

	private static final Pattern DATED = Pattern.compile(
			"(?<!\\d)(?:19|20)\\d{2}(?:\\d{4})?(?!\\d)|(?<!\\d)\\d{1,2}\\s*[./-]\\s*\\d{1,2}\\s*[./-]\\s*\\d{2}(?!\\d)");

	private static final Set<String> WORDS_OF_TIMES = wordsOfTimes();

	private CellParser() {
	}

	/** A cell as it is compared: nothing where a program writes so. */
	static String clean(String cell) {
		String text = CsvSheet.unsafe(cell.replace('\u00A0', ' ').strip());
		return NOTHING.contains(text) ? "" : text.replaceAll("\\s*\\R\\s*", "\n");
	}

	/** A date in ISO 8601; any other text as it is. */
	static String date(String text, WrittenDate.Order order) {
		return WrittenDate.parse(text, order).map(LocalDate::toString).orElse(text);
	}

	/** The code (ISO 3166) of a name; the text itself where it is none. */
	static String country(String text) {
		return COUNTRIES.getOrDefault(WrittenAnswer.normalize(text), text);
	}

	/** The tag (BCP 47) of a name; the text itself where it is none. */
	static String language(String text) {
		return LANGUAGES.getOrDefault(WrittenAnswer.normalize(text), text);
	}

	/**
	 * Every address in the cell of an address, the first being the main one; the text
	 * itself where it holds no more than one.
	 */
	static List<String> addresses(String field, String text) {
		List<String> several = field.equals("email") ? EMAIL.matcher(text).results().map(MatchResult::group).toList()
				: numbers(text);
		return (several.size() > 1) ? several.stream().distinct().toList() : List.of(text);
	}

	private static List<String> numbers(String text) {
		List<String> parts = Arrays.stream(BETWEEN_NUMBERS.split(text)).filter(CellParser::isNumber).toList();
		if (parts.size() > 1) {
			return parts;
		}
		// two numbers without blanks of their own
		List<String> words = Arrays.stream(text.split("\\s+")).filter(CellParser::isNumber).toList();
		return (words.size() == text.split("\\s+").length) ? words : parts;
	}

	/**
	 * The e-mail address that is all of a text, but for a name; null where it is none.
	 */
	static @Nullable String email(String text) {
		Matcher mailbox = MAILBOX.matcher(text);
		return mailbox.matches() ? mailbox.group(1) : null;
	}

	static boolean isNumber(String text) {
		return NUMBER.matcher(text).matches();
	}

	/**
	 * Reads a time; of a day alone its end, so that a no is not put before a yes of the
	 * same day. Null where it is none.
	 */
	static @Nullable Instant time(String text, WrittenDate.Order order) {
		Matcher epoch = EPOCH.matcher(text);
		if (epoch.matches()) {
			return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
		}
		Matcher serial = SERIAL.matcher(text);
		if (serial.matches()) {
			LocalDate day = LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(serial.group(1)));
			Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
			return (serial.group(2) == null) ? start.plusSeconds(86_399)
					: start.plusSeconds(Math.round(Double.parseDouble("0." + serial.group(2)) * 86_400));
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			LocalDate date = WrittenDate.parse(text, order).orElse(null);
			return (date != null && date.getYear() > 1970) ? at(date, text) : null;
		}
	}

	/**
	 * Whether a text is a time and nothing else, if only it could be read: one without a
	 * day, or a day that no calendar has.
	 */
	static boolean isTimeLike(String text) {
		List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{M}]+")).filter((word) -> !word.isEmpty()).toList();
		boolean named = words.stream().anyMatch((word) -> word.length() > 2) && text.matches(".*\\d.*");
		return words.stream().map(WrittenAnswer::normalize).allMatch(WORDS_OF_TIMES::contains)
				&& (named || DATED.matcher(text).find());
	}

	/** Whether a cell says something that no detail does. */
	static boolean isAnswer(String text) {
		boolean written = WrittenAnswer.parse(text)
			.filter((answer) -> answer != WrittenAnswer.SILENT && text.matches(".*[\\p{L}1].*"))
			.isPresent();
		return written || StopTerms.isPlain(text);
	}

	private static Set<String> wordsOfTimes() {
		Set<String> words = new HashSet<>(List.of("t", "z", "utc", "gmt", "am", "pm", "cet", "cest", "at", "um", "uhr",
				"h", "à", "a", "le", "de", "del", "of", "the", "st", "nd", "rd", "th", "er", "om", "uur", "ore", "г",
				"r", "d", "в", "sept", "central", "european", "eastern", "pacific", "standard", "summer", "daylight",
				"time", "coordinated", "universal"));
		for (Locale locale : WRITTEN_IN) {
			for (TextStyle style : TextStyle.values()) {
				if (style != TextStyle.NARROW && style != TextStyle.NARROW_STANDALONE) {
					Arrays.stream(Month.values())
						.forEach((month) -> words.add(WrittenAnswer.normalize(month.getDisplayName(style, locale))));
					Arrays.stream(DayOfWeek.values())
						.forEach((day) -> words.add(WrittenAnswer.normalize(day.getDisplayName(style, locale))));
				}
			}
		}
		return words;
	}

	private static @Nullable Instant at(LocalDate date, String text) {
		Matcher clock = CLOCK.matcher(text);
		if (!clock.matches()) {
			return LocalDateTime.of(date, LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
		}
		int hour = Integer.parseInt(clock.group(1)) % ((clock.group(4) != null) ? 12 : 24);
		boolean afternoon = "p".equalsIgnoreCase(clock.group(4));
		int second = (clock.group(3) != null) ? Integer.parseInt(clock.group(3)) : 0;
		String zone = (clock.group(5) != null && clock.group(5).matches("[+-].*")) ? clock.group(5) : "Z";
		try {
			return LocalDateTime
				.of(date, LocalTime.of(afternoon ? hour + 12 : hour, Integer.parseInt(clock.group(2)), second))
				.toInstant(ZoneOffset.of(zone));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
