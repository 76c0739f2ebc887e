package dev.sayso.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The versions of audiences, one for each save; none is edited or deleted.
 */
@Component
class AudienceVersions {

	private final JdbcClient jdbc;

	AudienceVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An audience as it once was.
	 *
	 * @param number 1 for the first
	 * @param condition as JSON; null for a list
	 * @param members of a list; null for a condition
	 */
	record AudienceVersion(UUID audience, int number, Instant at, String actor, String name, String description,
			@Nullable String condition, @Nullable Integer members) {
	}

	void add(Audience audience, @Nullable Integer members) {
		this.jdbc
			.sql("""
					insert into audience_version (audience_id, number, at, actor_name, name, description, condition, members)
					select :id, coalesce(max(number), 0) + 1, :at, :actor, :name, :description, :condition,
						cast(:members as int)
					from audience_version where audience_id = :id""")
			.param("id", audience.id())
			.param("at", audience.changedAt().atOffset(ZoneOffset.UTC))
			.param("actor", audience.changedBy())
			.param("name", audience.name())
			.param("description", audience.description())
			.param("condition", audience.condition())
			.param("members", members)
			.update();
	}

	/**
	 * All of them, the newest first.
	 */
	List<AudienceVersion> list(UUID audience) {
		return this.jdbc.sql("""
				select audience_id, number, at, actor_name, name, description, condition, members
				from audience_version where audience_id = :id order by number desc limit 500""")
			.param("id", audience)
			.query((row, index) -> version(row))
			.list();
	}

	private static AudienceVersion version(ResultSet row) throws SQLException {
		return new AudienceVersion(row.getObject("audience_id", UUID.class), row.getInt("number"),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor_name"),
				row.getString("name"), row.getString("description"), row.getString("condition"),
				row.getObject("members", Integer.class));
	}

}
