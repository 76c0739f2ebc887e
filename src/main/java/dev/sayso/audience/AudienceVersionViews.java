package dev.sayso.audience;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.audit.FieldMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.store.Version;

/**
 * Shows the versions of an audience with what each changed, and the changed fields in the
 * reader's language.
 */
@Component
class AudienceVersionViews implements FieldMessages {

	private final AudienceVersions versions;

	private final MessageSourceAccessor messages;

	private final ConditionSentences sentences;

	AudienceVersionViews(AudienceVersions versions, MessageSourceAccessor messages, ConditionSentences sentences) {
		this.versions = versions;
		this.messages = messages;
		this.sentences = sentences;
	}

	/**
	 * A version.
	 *
	 * @param changes what it changed; empty for the first
	 */
	record Row(Version<AudienceVersions.Content> version, List<FieldChange> changes) {

	}

	List<Row> create(Audience audience) {
		return this.versions.compare(audience.id(), (version, before) -> new Row(version,
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

	private List<FieldChange> between(Version<AudienceVersions.Content> before,
			Version<AudienceVersions.Content> after) {
		return FieldChange.between(fields(before), fields(after))
			.stream()
			.map((change) -> new FieldChange(change.field(), text(change.field(), change.before()),
					text(change.field(), change.after())))
			.toList();
	}

	private @Nullable String text(String field, @Nullable String value) {
		return (value != null) ? value(field, value) : null;
	}

	private static Map<String, Object> fields(Version<AudienceVersions.Content> version) {
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
