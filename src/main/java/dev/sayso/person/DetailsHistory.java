package dev.sayso.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.shared.ProfileId;

/**
 * The append-only history of people's details; it lives with a person and goes with them.
 */
@Component
public class DetailsHistory {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DetailsHistory(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * An edit.
	 *
	 * @param first whether it made the profile
	 */
	public record Change(long seq, Instant at, Origin origin, String actor, @Nullable String source,
			List<FieldChange> changes, boolean first) {

	}

	void add(ProfileId profile, ProfileEditor by, List<FieldChange> changes, Instant now) {
		this.jdbc.sql("""
				insert into profile_change (profile_id, at, origin, actor_name, source, changes)
				values (?, ?, ?, ?, ?, ?)""")
			.params(profile.id(), now.atOffset(ZoneOffset.UTC), by.origin().key(), by.actor().name(), by.source(),
					this.json.writeValueAsString(FieldChange.bounded(changes)))
			.update();
	}

	public List<Change> list(ProfileId profile, int limit) {
		return find(profile, ChangeFilter.ALL, Long.MAX_VALUE, limit);
	}

	public int count(ProfileId profile) {
		return count(profile, ChangeFilter.ALL);
	}

	/** The newest edits that match and were written before {@code seq}, newest first. */
	public List<Change> find(ProfileId profile, ChangeFilter filter, long seq, int limit) {
		return this.jdbc
			.sql("""
					select seq, at, origin, actor_name, source, changes,
						seq = (select min(seq) from profile_change where profile_id = :profile) as first
					from profile_change where profile_id = :profile""" + filter.conditions()
					+ " and seq < :seq order by seq desc limit :limit")
			.param("profile", profile.id())
			.params(filter.values())
			.param("seq", seq)
			.param("limit", limit)
			.query(this::change)
			.list();
	}

	public int count(ProfileId profile, ChangeFilter filter) {
		return this.jdbc.sql("select count(*) from profile_change where profile_id = :profile" + filter.conditions())
			.param("profile", profile.id())
			.params(filter.values())
			.query(Integer.class)
			.single();
	}

	public long firstAfter(ProfileId profile, Instant instant) {
		return this.jdbc
			.sql("select coalesce(min(seq), :none) from profile_change where profile_id = :profile and at > :at")
			.param("none", Long.MAX_VALUE)
			.param("profile", profile.id())
			.param("at", instant.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	private Change change(ResultSet row, int number) throws SQLException {
		return new Change(row.getLong("seq"), row.getObject("at", OffsetDateTime.class).toInstant(),
				Origin.of(row.getString("origin")), row.getString("actor_name"), row.getString("source"),
				this.json.readValue(row.getString("changes"), new TypeReference<List<FieldChange>>() {
				}), row.getBoolean("first"));
	}

}
