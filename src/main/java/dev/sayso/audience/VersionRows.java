package dev.sayso.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.audience.AudienceVersions.AudienceVersion;
import dev.sayso.audit.FieldChange;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ReadAloud;

/**
 * Puts versions together with what each changed.
 */
@Component
class VersionRows {

	private final AudienceVersions versions;

	private final ReadAloud aloud;

	VersionRows(AudienceVersions versions, ReadAloud aloud) {
		this.versions = versions;
		this.aloud = aloud;
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
			rows.add(new Row(all.get(at),
					(before != null) ? FieldChange.between(fields(before), fields(all.get(at))) : List.of()));
		}
		return rows;
	}

	private Map<String, Object> fields(AudienceVersion version) {
		return Map.of("name", version.name(), "description", version.description(), "condition",
				sentence(version.condition()), "members", Objects.requireNonNullElse(version.members(), ""));
	}

	private String sentence(@Nullable String condition) {
		Locale reader = LocaleContextHolder.getLocale();
		return (condition != null) ? this.aloud.plain(ConditionJson.parse(condition), reader) : "";
	}

}
