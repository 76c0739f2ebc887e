package dev.sayso.contact.inbound;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.TextWords.Kind;
import dev.sayso.shared.Settings;

/**
 * The words that a deployment adds to those by which texts are understood everywhere.
 */
@Component
class AddedWords {

	private final Settings settings;

	AddedWords(Settings settings) {
		this.settings = settings;
	}

	/** By language and by what they say. */
	Map<String, Map<Kind, List<String>>> all() {
		Map<String, Map<Kind, List<String>>> all = new HashMap<>();
		for (String language : TextUnderstanding.LANGUAGES) {
			Map<Kind, List<String>> kinds = new EnumMap<>(Kind.class);
			for (Kind kind : Kind.values()) {
				kinds.put(kind, TextUnderstanding.list(this.settings.get(setting(language, kind), "")));
			}
			all.put(language, kinds);
		}
		return all;
	}

	static String setting(String language, Kind kind) {
		return "inbound.words." + language + "." + kind.name().toLowerCase(Locale.ROOT);
	}

}
