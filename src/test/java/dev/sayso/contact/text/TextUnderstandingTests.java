package dev.sayso.contact.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.core.io.ClassPathResource;

import dev.sayso.contact.text.TextWords.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what texts mean: a table of them in six languages, and that nothing a deployment
 * adds takes a stop away.
 */
class TextUnderstandingTests {

	private static final int ROUNDS = Boolean.getBoolean("sayso.outer") ? 50 : 4;

	/** What stops everywhere, as it was agreed; changing the table must not lose any. */
	private static final List<String> FLOOR = List.of("STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END",
			"QUIT", "REVOKE", "OPTOUT", "OPT OUT", "OPT-OUT", "REMOVE", "ARRET", "STOPPEN");

	private final Map<String, Map<Kind, List<String>>> added = new HashMap<>();

	private final TextUnderstanding understanding = understanding();

	private TextUnderstanding understanding() {
		AddedWords words = Mockito.mock(AddedWords.class);
		Mockito.when(words.all()).thenAnswer((call) -> Map.copyOf(this.added));
		return new TextUnderstanding(words);
	}

	record Text(String meaning, boolean mentions, String text) {

		static Text parse(String line) {
			int stroke = line.indexOf('|');
			String meaning = line.substring(0, stroke).strip();
			return new Text(meaning.replace("~", ""), meaning.startsWith("~"), line.substring(stroke + 2));
		}

		static List<Text> all() {
			try {
				return new ClassPathResource("texts/sms-texts.txt").getContentAsString(StandardCharsets.UTF_8)
					.lines()
					.filter((line) -> !line.isBlank() && !line.startsWith("# "))
					.map(Text::parse)
					.toList();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	@Test
	void everyTextOfTheTableMeansWhatItSays() {
		List<Text> texts = Text.all();
		assertThat(texts).hasSizeGreaterThanOrEqualTo(200);
		List<String> wrong = new ArrayList<>();
		for (Text text : texts) {
			TextReading reading = this.understanding.understand(text.text());
			boolean first = reading.meaning() == TextMeaning.OTHER && reading.mentionsStop();
			if (!reading.meaning().key().equals(text.meaning()) || first != text.mentions()) {
				wrong.add(text.text() + ": " + reading);
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void everyStopWordIsOneInAnyDress() {
		for (String language : TextUnderstanding.LANGUAGES) {
			for (String word : Stream.concat(FLOOR.stream(), this.understanding.floor(language, Kind.STOP).stream())
				.toList()) {
				for (String dressed : List.of(word, word.toUpperCase(Locale.ROOT), "  " + word + "!!", "«" + word + "»",
						"\u200F" + word + "\u200E", word + " \uD83D\uDE20\uD83D\uDE20", word + "\n" + word,
						word.replace(" ", "\u00A0"))) {
					assertThat(this.understanding.understand(dressed).meaning()).as(dressed)
						.isEqualTo(TextMeaning.STOP);
				}
			}
		}
	}

	@Test
	@Tag("fuzz")
	void nothingThatIsAddedTakesAStopAway() {
		List<String> said = Text.all()
			.stream()
			.filter((text) -> text.meaning().endsWith("stop"))
			.map(Text::text)
			.toList();
		Random random = new Random(7);
		for (int round = 0; round < ROUNDS; round++) {
			for (String language : TextUnderstanding.LANGUAGES) {
				Map<Kind, List<String>> kinds = new EnumMap<>(Kind.class);
				for (Kind kind : Kind.values()) {
					kinds.put(kind, random.ints(30, 0, said.size()).mapToObj(said::get).toList());
				}
				this.added.put(language, kinds);
			}
			assertThat(said).allMatch((text) -> this.understanding.understand(text).meaning().stops());
			assertThat(FLOOR).allMatch((text) -> this.understanding.understand(text).meaning() == TextMeaning.STOP);
		}
	}

	@Test
	void wordsThatAreAddedCount() {
		assertThat(this.understanding.understand("Genug jetzt").meaning()).isEqualTo(TextMeaning.OTHER);
		this.added.put("de", Map.of(Kind.STOP, List.of("Genug"), Kind.START, List.of("Bin dabei"), Kind.HELP,
				List.of("Häh?"), Kind.POLITE, List.of("ihr Lieben"), Kind.PHRASE, List.of("jetzt reicht's")));
		assertThat(Arrays.asList("GENUG!", "genug ihr lieben", "Jetzt reicht’s", "bin dabei", "HAEH", "häh"))
			.extracting((text) -> this.understanding.understand(text).meaning())
			.containsExactly(TextMeaning.STOP, TextMeaning.NEAR_STOP, TextMeaning.NEAR_STOP, TextMeaning.START,
					TextMeaning.OTHER, TextMeaning.HELP);
	}

	@Test
	void theLanguageIsThatOfTheWords() {
		assertThat(Stream.of("stop", "stop merci", "Arrêt", "stop bitte", "baja", "cancella", "afmelden")
			.map((text) -> String.valueOf(this.understanding.understand(text).language())))
			.containsExactly("null", "fr", "fr", "de", "es", "it", "nl");
	}

}
