package dev.sayso.audience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Fact;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.condition.builder.ConditionDraftEditor;
import dev.sayso.shared.Slug;

/**
 * The builder's form as it came: names, the draft, and what is wrong with them.
 *
 * @param id the id of the edited audience; empty for a new one
 * @param version the version the form was read from
 * @param draft null for a fixed list
 * @param faults message keys by field: {@code name}, {@code slug}, {@code description}
 */
record AudienceForm(String id, int version, String name, String slug, String description,
		ConditionDraft.@Nullable Group draft, Map<String, String> faults) {

	static final List<String> RESERVED = List.of("new", "draft", "answer", "lists");

	static AudienceForm blank(String name, ConditionDraft.@Nullable Group draft) {
		return new AudienceForm("", -1, name, "", "", draft, Map.of());
	}

	static AudienceForm of(Audience audience) {
		return new AudienceForm(audience.id().toString(), Optional.ofNullable(audience.version()).orElse(0),
				audience.name(), audience.slug(), audience.description(),
				audience.isList() ? null : ConditionDraft.of(audience.definition()), Map.of());
	}

	/**
	 * Reads what was typed.
	 */
	static AudienceForm read(MultiValueMap<String, String> fields) {
		String version = first(fields, "version");
		String name = first(fields, "name");
		String slug = first(fields, "slug");
		return new AudienceForm(first(fields, "audience"), version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
				name, slug.isEmpty() ? Slug.from(name, RESERVED) : slug, first(fields, "description"), draft(fields),
				Map.of());
	}

	/**
	 * The draft of a builder, or where there is none to edit, the condition itself.
	 */
	private static ConditionDraft.Group draft(MultiValueMap<String, String> fields) {
		String json = first(fields, "json");
		try {
			return json.isEmpty() ? ConditionDraft.parse(fields) : ConditionDraft.of(ConditionJson.parse(json));
		}
		catch (InvalidConditionException ex) {
			return ConditionDraft.Group.UNREADABLE;
		}
	}

	/**
	 * The same with what is wrong.
	 */
	AudienceForm checked() {
		Map<String, String> faults = new LinkedHashMap<>();
		if (this.name.isBlank()) {
			faults.put("name", "audience.fault.name");
		}
		else if (this.name.length() > 200) {
			faults.put("name", "audience.fault.name.long");
		}
		if (this.id.isEmpty() && (!Slug.isSlug(this.slug) || RESERVED.contains(this.slug))) {
			faults.put("slug", "audience.fault.slug");
		}
		if (this.description.length() > 2000) {
			faults.put("description", "audience.fault.description");
		}
		return with(faults);
	}

	AudienceForm with(Map<String, String> faults) {
		return new AudienceForm(this.id, this.version, this.name, this.slug, this.description, this.draft, faults);
	}

	AudienceForm with(ConditionDraft.Group draft) {
		return new AudienceForm(this.id, this.version, this.name, this.slug, this.description, draft, this.faults);
	}

	/**
	 * The same for an audience that is there; a list has no draft.
	 */
	AudienceForm about(Audience audience) {
		return new AudienceForm(audience.id().toString(), this.version, this.name, audience.slug(), this.description,
				audience.isList() ? null : this.draft, this.faults);
	}

	/**
	 * The same for an audience that is not there yet.
	 */
	AudienceForm fresh() {
		return new AudienceForm("", -1, this.name, this.slug, this.description, this.draft, this.faults);
	}

	/**
	 * The same after a button of the builder.
	 */
	AudienceForm after(String act, Map<String, Fact> facts) {
		return (this.draft != null) ? with(ConditionDraftEditor.fit(ConditionDraftEditor.apply(act, this.draft), facts))
				: this;
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	public boolean isFresh() {
		return this.id.isEmpty();
	}

	private static String first(MultiValueMap<String, String> fields, String name) {
		String value = fields.getFirst(name);
		return (value != null) ? value.strip() : "";
	}

}
