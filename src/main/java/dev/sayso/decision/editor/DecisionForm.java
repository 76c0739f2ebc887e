package dev.sayso.decision.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.sayso.shared.Slug;

/**
 * What a decision begins with, as it was typed: a name, a key and a description.
 *
 * @param faults message keys by field
 */
public record DecisionForm(String name, String slug, String description, Map<String, String> faults) {

	public static final DecisionForm BLANK = new DecisionForm("", "", "", Map.of());

	private static final List<String> RESERVED = List.of("new");

	/** Reads what was typed; the key is made of the name where none was given. */
	public static DecisionForm read(Map<String, String> typed) {
		String name = typed.getOrDefault("name", "").strip();
		String slug = typed.getOrDefault("slug", "").strip();
		String description = typed.getOrDefault("description", "").strip().replace("\r\n", "\n");
		String key = Slug.typed(slug, name, RESERVED);
		Map<String, String> faults = new LinkedHashMap<>(faults(name, description));
		if (Slug.isWrong(key, name, RESERVED)) {
			faults.put("slug", "decision.fault.slug");
		}
		return new DecisionForm(name, slug.isEmpty() && faults.isEmpty() ? key : slug, description, faults);
	}

	/** What is wrong with a name and a description. */
	static Map<String, String> faults(String name, String description) {
		Map<String, String> faults = new LinkedHashMap<>();
		if (name.isEmpty()) {
			faults.put("name", "decision.fault.name");
		}
		else if (name.length() > 200) {
			faults.put("name", "decision.fault.name.long");
		}
		if (description.length() > 2000) {
			faults.put("description", "decision.fault.description");
		}
		return faults;
	}

	public DecisionForm taken() {
		return new DecisionForm(this.name, this.slug, this.description, Map.of("slug", "decision.fault.slug.taken"));
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

}
