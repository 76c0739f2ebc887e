package dev.sayso.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.audience.AudienceVersions.AudienceVersion;
import dev.sayso.audit.FieldChange;

/**
 * Puts versions together with what each changed.
 */
@Component
class AudienceVersionViews {

	private final AudienceVersions versions;

	private final AudienceWords words;

	AudienceVersionViews(AudienceVersions versions, AudienceWords words) {
		this.versions = versions;
		this.words = words;
	}

	/**
	 * A version.
	 *
	 * @param changes what it changed; empty for the first
	 */
	record Row(AudienceVersion version, List<FieldChange> changes) {

	}

	List<Row> of(Audience audience) {
		List<AudienceVersion> all = this.versions.of(audience.id());
		List<Row> rows = new ArrayList<>();
		for (int at = 0; at < all.size(); at++) {
			AudienceVersion before = (at + 1 < all.size()) ? all.get(at + 1) : null;
			rows.add(new Row(all.get(at), (before != null) ? between(before, all.get(at)) : List.of()));
		}
		return rows;
	}

	private List<FieldChange> between(AudienceVersion before, AudienceVersion after) {
		return FieldChange.between(fields(before), fields(after))
			.stream()
			.map((change) -> new FieldChange(change.field(), said(change.field(), change.before()),
					said(change.field(), change.after())))
			.toList();
	}

	private @Nullable String said(String field, @Nullable String value) {
		return (value != null) ? this.words.value(field, value) : null;
	}

	private static Map<String, Object> fields(AudienceVersion version) {
		Map<String, Object> fields = new HashMap<>(
				Map.of("name", version.name(), "description", version.description()));
		if (version.condition() != null) {
			fields.put("condition", version.condition());
		}
		if (version.members() != null) {
			fields.put("members", version.members());
		}
		return fields;
	}

}
