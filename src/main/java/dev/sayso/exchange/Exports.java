package dev.sayso.exchange;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who took what away, and when.
 */
@Component
class Exports {

	private final JdbcClient jdbc;

	Exports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One file that was taken.
	 *
	 * @param query what it was narrowed to, as the list's URL says it
	 * @param people how many are in it; null where it was not read to its end
	 */
	record Export(UUID id, Instant at, String actor, String kind, String query, @Nullable Long people) {
	}

	void add(Export export) {
		this.jdbc.sql("""
				insert into file_export (id, at, actor_name, kind, query, people)
				values (:id, :at, :actor, :kind, :query, :people)""")
			.param("id", export.id())
			.param("at", export.at().atOffset(ZoneOffset.UTC))
			.param("actor", export.actor())
			.param("kind", export.kind())
			.param("query", export.query())
			.param("people", export.people())
			.update();
	}

	void complete(UUID id, long people) {
		this.jdbc.sql("update file_export set people = :people where id = :id")
			.param("people", people)
			.param("id", id)
			.update();
	}

	/**
	 * The newest, those before a moment.
	 */
	List<Export> before(Instant time, int limit) {
		return this.jdbc.sql("""
				select id, at, actor_name, kind, query, people from file_export where at < :time
				order by at desc, id desc limit :limit""")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, number) -> new Export(row.getObject(1, UUID.class),
					row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getString(4),
					row.getString(5), row.getObject(6, Long.class)))
			.list();
	}

	/**
	 * Takes out what was searched for where it names somebody who is erased.
	 */
	void forgetMentions(List<String> words) {
		words.forEach((word) -> this.jdbc
			.sql("update file_export set query = '' where position(lower(:word) in lower(query)) > 0")
			.param("word", word)
			.update());
	}

}
