package dev.sayso.contact.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.contact.text.TextWords.Kind;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Settings;

/**
 * The words that a deployment adds to those by which texts are understood everywhere.
 */
@Component
class AddedWords {

	private static final String SETTING = "inbound.words.";

	private final Settings settings;

	private final Audit audit;

	AddedWords(Settings settings, Audit audit) {
		this.settings = settings;
		this.audit = audit;
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

	/**
	 * Changes some of them.
	 * @param values by the names of their settings
	 * @return whether any was another
	 */
	@Transactional
	public boolean change(Map<String, String> values, Actor by) {
		Map<String, String> before = new TreeMap<>();
		values.keySet().forEach((setting) -> before.put(setting, this.settings.get(setting, "")));
		List<FieldChange> changes = FieldChange.between(before, values);
		if (changes.isEmpty()) {
			return false;
		}
		changes.forEach((change) -> this.settings.set(change.field(), values.get(change.field())));
		this.audit.write(by, "edited", new AuditSubject("settings", "text-words", "text-words"),
				changes.stream().map(AddedWords::told).toList());
		return true;
	}

	/** By what the words say, with their language before them. */
	private static FieldChange told(FieldChange change) {
		String[] name = change.field().substring(SETTING.length()).split("\\.");
		return new FieldChange("words." + name[1], told(name[0], change.before()), told(name[0], change.after()));
	}

	private static @Nullable String told(String language, @Nullable String words) {
		return (words == null || words.isEmpty()) ? null : language + ": " + words.replace("\n", ", ");
	}

	static String setting(String language, Kind kind) {
		return SETTING + language + "." + kind.name().toLowerCase(Locale.ROOT);
	}

}
