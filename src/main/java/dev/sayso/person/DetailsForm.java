package dev.sayso.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.ProfileId;

/**
 * Contact details as their form shows them: texts as they are stored or as they were
 * typed, and what is wrong with them.
 *
 * @param profile whose they are; null for somebody new
 * @param version the version that was shown
 * @param details what the texts come to
 * @param values the attributes the texts come to
 * @param texts by field name, attributes as {@code attributes.<name>}
 * @param faults message keys by field name; the empty name is the whole
 * @param fields what the form shows besides names and addresses
 * @param changed the last edit; null for somebody new
 */
public record DetailsForm(@Nullable ProfileId profile, @Nullable Integer version, Details details,
		Map<String, Object> values, Map<String, String> texts, Map<String, String> faults, List<Attribute> attributes,
		boolean fax, boolean push, CodeNames codeNames, @Nullable Changed changed) {

	/** The prefix of an attribute's name in forms. */
	public static final String ATTRIBUTE = "attributes.";

	/** Who edited last, and when. */
	record Changed(Instant at, String by) {

	}

	/** One field, ready to show. */
	record Field(String name, String text, @Nullable String fault) {

		public String id() {
			return "details-" + this.name.replace('.', '-');
		}

	}

	public String action() {
		return (this.profile != null) ? "/profiles/" + this.profile : "/profiles";
	}

	public Field field(String name) {
		return new Field(name, this.texts.getOrDefault(name, ""), this.faults.get(name));
	}

	public Field attribute(Attribute attribute) {
		return field(ATTRIBUTE + attribute.name());
	}

	/** The name that the menu shows first, for what is chosen now. */
	public String chosen(String name) {
		String text = this.texts.getOrDefault(name, "");
		return switch (name) {
			case "country" -> text.isEmpty() ? "" : this.codeNames.country(text);
			case "language" -> text.isEmpty() ? "" : this.codeNames.language(text);
			default -> text.replace('_', ' ');
		};
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	/** What is wrong, in the order of the form, for the summary above it. */
	public List<Problem> problems() {
		List<Problem> problems = new ArrayList<>();
		for (String name : DetailsDraft.FIELDS) {
			if (this.faults.containsKey(name)) {
				problems.add(new Problem(field(name), "profile.field." + name, null));
			}
		}
		for (Attribute attribute : this.attributes) {
			if (attribute(attribute).fault() != null) {
				problems.add(new Problem(attribute(attribute), null, attribute.label()));
			}
		}
		if (this.faults.containsKey("")) {
			problems.add(new Problem(new Field("email", "", this.faults.get("")), null, null));
		}
		return problems;
	}

	/** Something to fix: the field, and its name as a message key or as it was given. */
	record Problem(Field field, @Nullable String key, @Nullable String label) {

	}

	public Map<String, String> filled() {
		Map<String, String> filled = new TreeMap<>(this.texts);
		filled.values().removeIf(String::isBlank);
		return filled;
	}

	DetailsForm without(String fault) {
		Map<String, String> less = new HashMap<>(this.faults);
		less.remove(fault);
		return new DetailsForm(this.profile, this.version, this.details, this.values, this.texts, less, this.attributes,
				this.fax, this.push, this.codeNames, this.changed);
	}

	public DetailsForm with(String field, String fault) {
		Map<String, String> more = new HashMap<>(this.faults);
		more.put(field, fault);
		return new DetailsForm(this.profile, this.version, this.details, this.values, this.texts, more, this.attributes,
				this.fax, this.push, this.codeNames, this.changed);
	}

}
