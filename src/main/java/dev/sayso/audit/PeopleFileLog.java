package dev.sayso.audit;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;

/**
 * The log of files about people that somebody took away, besides exports of a list. It
 * stands here, below all rooms that hand out such files, and is shown among the exports.
 */
@Component
public class PeopleFileLog {

	/** The type of a subject who is a person; their id goes when they are erased. */
	public static final String PERSON = "profile";

	private final JdbcClient jdbc;

	private final AuditLog log;

	private final Audit audit;

	private final Clock clock;

	PeopleFileLog(JdbcClient jdbc, AuditLog log, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.log = log;
		this.audit = audit;
		this.clock = clock;
	}

	/** Writes a file, and says how many rows about people it holds. */
	@FunctionalInterface
	public interface Content {

		long write() throws IOException;

	}

	/**
	 * A file that was taken.
	 *
	 * @param href where that is shown what it was of, if anywhere
	 * @param rows how many it holds; null where it was not written to its end
	 */
	public record PeopleFile(UUID id, Instant at, String actor, String kind, AuditSubject of, Optional<String> href,
			@Nullable Long rows) {

	}

	/**
	 * Writes a file that is on record before its first row leaves; the activity tells of
	 * it when it is whole. The activity names no person, and so does not say what the
	 * file was of.
	 * @param kind has a message {@code audit.value.export.file.<kind>}
	 * @param of what the file is of; a person is of the type {@link #PERSON}, without a
	 * name
	 */
	public void take(Actor by, String kind, AuditSubject of, Content content) throws IOException {
		UUID id = Ids.next();
		this.jdbc.sql("""
				insert into people_file (id, at, actor_name, kind, subject_type, subject_id, subject_name)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(id, this.clock.instant().atOffset(ZoneOffset.UTC), by.name(), kind, of.type(), of.id(), of.name())
			.update();
		long rows = content.write();
		this.jdbc.sql("update people_file set row_count = ? where id = ?").params(rows, id).update();
		this.audit.write(by, "exported", new AuditSubject("export", id.toString(), ""),
				List.of(new FieldChange("file", null, kind), new FieldChange("rows", null, String.valueOf(rows))));
	}

	/** The newest that are older than this, the newest first. */
	public List<PeopleFile> before(Instant time, int limit) {
		return this.jdbc.sql("""
				select id, at, actor_name, kind, subject_type, subject_id, subject_name, row_count from people_file
				where at < :time
				order by at desc, id desc
				limit :limit""")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query(this::file)
			.list();
	}

	/** Forgets whom files of one person were about, once that person is erased. */
	public void forget(String person) {
		this.jdbc.sql("update people_file set subject_id = '' where subject_id = ? and subject_type = ?")
			.params(person, PERSON)
			.update();
	}

	private PeopleFile file(ResultSet row, int number) throws SQLException {
		AuditSubject of = new AuditSubject(row.getString("subject_type"), row.getString("subject_id"),
				row.getString("subject_name"));
		return new PeopleFile(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("actor_name"), row.getString("kind"), of, this.log.href(of),
				row.getObject("row_count", Long.class));
	}

}
