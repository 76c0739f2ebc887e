package dev.sayso.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.store.HeldReadings;
import dev.sayso.store.Redaction;

/**
 * The append-only record of what was configured; written in the transaction of the change
 * it tells of, so that both are kept or neither.
 */
@Component
public class Audit {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * @param action a past participle that has a message {@code audit.action.<action>}
	 */
	public void write(Actor actor, String action, AuditSubject subject, List<FieldChange> changes) {
		this.jdbc.sql("""
				insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id,
					subject_name, changes)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(Ids.next(), this.clock.instant().atOffset(ZoneOffset.UTC), actor.kind().name(), actor.id(),
					actor.name(), action, subject.type(), subject.id(), subject.name(),
					this.json.writeValueAsString(FieldChange.bounded(changes)))
			.update();
		HeldReadings.changed();
	}

	/**
	 * The newest entries of these types that a query lets through, older than
	 * {@code before}.
	 */
	List<AuditEntry> find(AuditQuery query, Set<String> types, @Nullable Long before, int limit) {
		return this.jdbc
			.sql("""
					select seq, id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, subject_name, changes
					from audit_entry
					where subject_type in (:types)
						and (:subject = '' or subject_id = :subject)
						and (:actor = '' or actor_name = :actor)
						and (cast(:from as timestamp(6) with time zone) is null or at >= :from)
						and (cast(:to as timestamp(6) with time zone) is null or at < :to)
						and (cast(:before as bigint) is null or seq < :before)
					order by seq desc
					limit :limit""")
			.param("types", types)
			.param("subject", query.subject())
			.param("actor", query.actor())
			.param("from", query.begin(), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("to", query.end(), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("before", before, Types.BIGINT)
			.param("limit", limit)
			.query(this::entry)
			.list();
	}

	Optional<AuditEntry> find(long seq) {
		return this.jdbc
			.sql("""
					select seq, id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, subject_name, changes
					from audit_entry
					where seq = ?""")
			.param(seq)
			.query(this::entry)
			.optional();
	}

	/**
	 * Redacts somebody who is erased in the changes of entries about subjects of a type;
	 * that something was done, when and by whom stays.
	 */
	public void forget(String type, Redaction redaction) {
		Map<Long, String> changes = new HashMap<>();
		this.jdbc.sql("select seq, changes from audit_entry where subject_type = :type")
			.param("type", type)
			.query((row) -> {
				changes.put(row.getLong(1), row.getString(2));
			});
		changes.values().removeIf((text) -> !redaction.finds(text));
		changes.forEach((seq, text) -> this.jdbc.sql("update audit_entry set changes = ? where seq = ?")
			.params(redaction.out(text), seq)
			.update());
	}

	List<String> actors() {
		return this.jdbc
			.sql("select distinct actor_name from audit_entry where actor_name <> '' order by actor_name limit 200")
			.query(String.class)
			.list();
	}

	private AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getLong("seq"), row.getObject("id", UUID.class),
				row.getObject("at", OffsetDateTime.class).toInstant(),
				new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id"),
						row.getString("actor_name")),
				row.getString("action"),
				new AuditSubject(row.getString("subject_type"), row.getString("subject_id"),
						row.getString("subject_name")),
				this.json.readValue(row.getString("changes"), new TypeReference<List<FieldChange>>() {
				}));
	}

}
