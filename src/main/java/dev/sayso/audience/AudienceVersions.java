package dev.sayso.audience;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.audit.FieldMessages;
import dev.sayso.condition.ConditionExcerpt;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.store.Version;
import dev.sayso.store.Versions;

/**
 * The versions of audiences, one for each save, with what each changed, and the changed
 * fields in the reader's language.
 */
@Component
class AudienceVersions extends Versions<AudienceVersions.Content> implements FieldMessages {

	private final MessageSourceAccessor messages;

	private final ConditionSentences sentences;

	AudienceVersions(JdbcClient jdbc, JsonMapper json, MessageSourceAccessor messages, ConditionSentences sentences) {
		super(jdbc, json, "audience", Content.class);
		this.messages = messages;
		this.sentences = sentences;
	}

	/**
	 * What an audience was.
	 *
	 * @param condition as JSON; null for a list
	 * @param members of a list; null for a condition
	 */
	record Content(String description, @Nullable String condition, @Nullable Integer members) {

	}

	void add(Audience audience, @Nullable Integer members) {
		int number = this.jdbc.sql("select coalesce(max(number), 0) + 1 from audience_version where audience_id = :id")
			.param("id", audience.id())
			.query(Integer.class)
			.single();
		add(new Version<>(audience.id(), number, audience.name(),
				new Content(audience.description(), audience.condition(), members), audience.changedAt(),
				audience.changedBy()));
	}

	record Row(Version<Content> version, List<FieldChange> changes) {

	}

	List<Row> changes(Audience audience) {
		return compare(audience.id(), (version, before) -> new Row(version,
				before.map((earlier) -> between(earlier, version)).orElseGet(List::of)));
	}

	@Override
	public Set<String> types() {
		return Set.of("audience");
	}

	@Override
	public String name(String field) {
		return this.messages.getMessage("audience.field." + field);
	}

	@Override
	public String value(String field, String value) {
		return field.equals("condition") ? this.sentences.plain(value, value) : value;
	}

	private List<FieldChange> between(Version<Content> before, Version<Content> after) {
		return FieldChange.between(fields(before), fields(after))
			.stream()
			.map(AudienceVersions::told)
			.map((change) -> new FieldChange(change.field(), text(change.field(), change.before()),
					text(change.field(), change.after())))
			.toList();
	}

	/** A change as the audit and the list of versions tell it. */
	static FieldChange told(FieldChange change) {
		return change.field().equals("condition") ? ConditionExcerpt.of(change) : change;
	}

	private @Nullable String text(String field, @Nullable String value) {
		return (value != null) ? value(field, value) : null;
	}

	private static Map<String, Object> fields(Version<Content> version) {
		Map<String, Object> fields = new HashMap<>(
				Map.of("name", version.name(), "description", version.content().description()));
		if (version.content().condition() != null) {
			fields.put("condition", version.content().condition());
		}
		if (version.content().members() != null) {
			fields.put("members", version.content().members());
		}
		return fields;
	}

}
