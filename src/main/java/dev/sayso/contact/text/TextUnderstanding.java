package dev.sayso.contact.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.TextEncoding;
import dev.sayso.contact.text.TextWords.Kind;

/**
 * Understands texts to a number, the whole message first: what is not wholly made of
 * known words changes nothing. Where a text says both, to stop is what it says.
 */
@Component
class TextUnderstanding {

	/** In the order in which Settings show them. */
	static final List<String> LANGUAGES = List.of("en", "fr", "nl", "de", "es", "it");

	private static final String TABLE = "texts/sms-words.properties";

	private static final Set<Kind> STOPS = EnumSet.of(Kind.STOP, Kind.PHRASE);

	private final Properties table;

	private final StopHints hints = new StopHints();

	private final AddedWords added;

	private volatile @Nullable Known known;

	TextUnderstanding(AddedWords added) {
		this.table = load();
		LANGUAGES.forEach((language) -> this.hints.add(hints(language)));
		this.added = added;
	}

	/** Whether a text says to stop, as a whole. */
	boolean stops(String text) {
		return understand(text).meaning().stops();
	}

	/** Of the readings of a text whose encoding is not known, the one that says most. */
	TextReading understand(String... spellings) {
		TextWords words = words();
		return Arrays.stream(spellings)
			.distinct()
			.flatMap((spelling) -> TextEncoding.readings(spelling).stream())
			.flatMap((reading) -> Stream.concat(Stream.of(understand(reading, words)), lookAlike(reading, words)))
			.min(Comparator.comparing(TextReading::meaning)
				.thenComparing(TextReading::mentionsStop, Comparator.reverseOrder()))
			.orElseThrow();
	}

	/**
	 * What a text means that only looks like known words: no more than a stop that
	 * somebody looks at, since to come back everything has to be right.
	 */
	private Stream<TextReading> lookAlike(String text, TextWords words) {
		String folded = LookAlikes.fold(text);
		return folded.equals(text) ? Stream.empty()
				: Stream.of(understand(folded, words))
					.filter((reading) -> reading.meaning().stops() || reading.mentionsStop())
					.map((reading) -> reading.meaning().stops() ? reading.as(TextMeaning.NEAR_STOP)
							: reading.as(TextMeaning.OTHER));
	}

	private TextReading understand(String text, TextWords table) {
		List<String> words = TextWords.split(text);
		List<String> languages = table.languages(words);
		boolean mentions = table.isIn(words, STOPS);
		return new TextReading(meaning(words, table, mentions), (languages.size() == 1) ? languages.get(0) : null,
				mentions || this.hints.areIn(words));
	}

	private static TextMeaning meaning(List<String> words, TextWords table, boolean mentionsStop) {
		if (table.isMadeOf(words, EnumSet.of(Kind.STOP))) {
			return TextMeaning.STOP;
		}
		if (mentionsStop && table.isMadeOf(words, EnumSet.allOf(Kind.class))) {
			return TextMeaning.NEAR_STOP;
		}
		if (table.isMadeOf(words, EnumSet.of(Kind.START))) {
			return TextMeaning.START;
		}
		boolean asks = table.isIn(words, EnumSet.of(Kind.HELP));
		return (asks && table.isMadeOf(words, EnumSet.of(Kind.HELP, Kind.POLITE))) ? TextMeaning.HELP
				: TextMeaning.OTHER;
	}

	/** The words that every deployment has, by what they say. */
	List<String> floor(String language, Kind kind) {
		return list(this.table.getProperty(language + "." + kind.name().toLowerCase(Locale.ROOT), ""));
	}

	/** Phrases that hold everywhere as well, each with a choice of words in brackets. */
	List<String> patterns(String language) {
		return list(this.table.getProperty(language + ".pattern", ""));
	}

	/** What the words of a text begin with that somebody reads. */
	List<String> hints(String language) {
		return list(this.table.getProperty(language + ".hint", ""));
	}

	/**
	 * With what was added here: what stops everywhere stops here, whatever else it was
	 * added as.
	 */
	private TextWords words() {
		Map<String, Map<Kind, List<String>>> all = this.added.all();
		Known words = this.known;
		if (words == null || !words.added().equals(all)) {
			words = new Known(all, make(all));
			this.known = words;
		}
		return words.words();
	}

	private TextWords make(Map<String, Map<Kind, List<String>>> all) {
		TextWords words = new TextWords();
		for (String language : LANGUAGES) {
			for (Kind kind : Kind.values()) {
				words.add(language, kind, floor(language, kind));
				words.add(language, kind, all.getOrDefault(language, Map.of()).getOrDefault(kind, List.of()));
			}
			words.add(language, Kind.PHRASE,
					patterns(language).stream().flatMap((pattern) -> WordPatterns.expand(pattern).stream()).toList());
		}
		return words;
	}

	private record Known(Map<String, Map<Kind, List<String>>> added, TextWords words) {
	}

	static List<String> list(String entries) {
		return Arrays.stream(entries.split("[,\\r\\n]+"))
			.map(String::strip)
			.filter((entry) -> !entry.isEmpty())
			.toList();
	}

	private static Properties load() {
		Properties table = new Properties();
		try (Reader reader = new InputStreamReader(new ClassPathResource(TABLE).getInputStream(),
				StandardCharsets.UTF_8)) {
			table.load(reader);
			return table;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
