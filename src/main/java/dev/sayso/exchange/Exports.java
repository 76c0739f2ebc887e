package dev.sayso.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

@Component
class Exports {

	private static final String COLUMNS = """
			select id, at, actor_name, kind, query, format, channel, contactable, links, total, seen, people, left_out from file_export
			""";

	private final JdbcClient jdbc;

	Exports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An export.
	 *
	 * @param total how many match; null where that was not counted
	 * @param seen how many of them were checked so far
	 * @param people how many are in the file; null where it was not read to its end
	 * @param leftOut how many are not, though they match, by reason
	 */
	record Export(UUID id, Instant at, String actor, String kind, ExportRequest request, @Nullable Long total,
			long seen, @Nullable Long people, LeftOut leftOut) {

		public long percent() {
			return (this.people != null) ? 100
					: (this.total == null || this.total == 0) ? 0 : Math.min(99, this.seen * 100 / this.total);
		}

	}

	void add(UUID id, ExportRequest request, Instant at, Actor by) {
		Channel channel = request.channel();
		this.jdbc.sql("""
				insert into file_export (id, at, actor_name, kind, query, format, channel, contactable, links)
				values (:id, :at, :actor, 'profiles', :query, :format, :channel, :contactable, :links)""")
			.param("id", id)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("actor", by.name())
			.param("query", request.query().toString())
			.param("format", request.format().name().toLowerCase(Locale.ROOT))
			.param("channel", (channel != null) ? channel.key() : null)
			.param("contactable", request.contactable())
			.param("links", request.links())
			.update();
	}

	void measure(UUID id, long total) {
		this.jdbc.sql("update file_export set total = ? where id = ?").params(total, id).update();
	}

	/** Allows one download under this entry. */
	boolean claim(UUID id) {
		String sql = "update file_export set claimed = true where id = ? and not claimed";
		return this.jdbc.sql(sql).param(id).update() == 1;
	}

	void progress(UUID id, long seen) {
		this.jdbc.sql("update file_export set seen = ? where id = ?").params(seen, id).update();
	}

	void complete(UUID id, long people, LeftOut leftOut) {
		this.jdbc.sql("update file_export set people = ?, left_out = ? where id = ?")
			.params(people, leftOut.text(), id)
			.update();
	}

	Optional<Export> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = :id").param("id", id).query((row, number) -> export(row)).optional();
	}

	List<Export> before(Instant time, int limit) {
		return this.jdbc.sql(COLUMNS + "where at < :time order by at desc, id desc limit :limit")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, number) -> export(row))
			.list();
	}

	private static Export export(ResultSet row) throws SQLException {
		ExportRequest request = new ExportRequest(ProfileQuery.parse(row.getString("query")),
				ExportRequest.Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
				Optional.ofNullable(row.getString("channel")).flatMap(Channel::of).orElse(null),
				row.getObject("contactable", Boolean.class), row.getString("links"));
		return new Export(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("actor_name"), row.getString("kind"), request, row.getObject("total", Long.class),
				row.getLong("seen"), row.getObject("people", Long.class), LeftOut.parse(row.getString("left_out")));
	}

}
