package dev.sayso.audience;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.store.Version;
import dev.sayso.store.Versions;

/**
 * The versions of audiences, one for each save.
 */
@Component
class AudienceVersions extends Versions<AudienceVersions.Content> {

	AudienceVersions(JdbcClient jdbc, JsonMapper json) {
		super(jdbc, json, "audience", Content.class);
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

}
