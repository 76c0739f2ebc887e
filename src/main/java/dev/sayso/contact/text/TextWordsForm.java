package dev.sayso.contact.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Size;

import dev.sayso.contact.text.TextWords.Kind;
import dev.sayso.shared.page.Choices;

/**
 * The words that are added in one language, a line each or between commas.
 */
record TextWordsForm(String language, @Size(max = 4000, message = "{words.fault}") String stop,
		@Size(max = 4000, message = "{words.fault}") String phrase,
		@Size(max = 4000, message = "{words.fault}") String polite,
		@Size(max = 4000, message = "{words.fault}") String start,
		@Size(max = 4000, message = "{words.fault}") String help) {

	TextWordsForm {
		language = Choices.read(language, TextUnderstanding.LANGUAGES.get(0),
				(tag) -> Optional.of(tag).filter(TextUnderstanding.LANGUAGES::contains));
	}

	static TextWordsForm of(String language, Map<Kind, List<String>> added) {
		return new TextWordsForm(language, lines(added, Kind.STOP), lines(added, Kind.PHRASE),
				lines(added, Kind.POLITE), lines(added, Kind.START), lines(added, Kind.HELP));
	}

	/** Of those there are; English where it is none of them. */
	static String language(String typed) {
		return TextUnderstanding.LANGUAGES.contains(typed) ? typed : TextUnderstanding.LANGUAGES.get(0);
	}

	/** What is kept, by the name of the setting. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		List.of(Map.entry(Kind.STOP, this.stop), Map.entry(Kind.PHRASE, this.phrase),
				Map.entry(Kind.POLITE, this.polite), Map.entry(Kind.START, this.start), Map.entry(Kind.HELP, this.help))
			.forEach((typed) -> values.put(AddedWords.setting(this.language, typed.getKey()),
					String.join("\n", TextUnderstanding.list(typed.getValue()))));
		return values;
	}

	private static String lines(Map<Kind, List<String>> added, Kind kind) {
		return String.join("\n", added.getOrDefault(kind, List.of()));
	}

}
