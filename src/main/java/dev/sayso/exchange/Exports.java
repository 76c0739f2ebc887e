package dev.sayso.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
			select id, at, actor_name, kind, query, format, channel, contactable, links, total, seen, people, left_out,
				state, beat_at, ends_at
			from file_export
			""";

	private final JdbcClient jdbc;

	Exports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What became of a file. */
	enum State {

		/** Sent while it was made, and not kept. */
		SENT,

		MAKING, KEPT, FAILED,

		/** Deleted, since its time was over. */
		ENDED,

		/** Deleted by hand. */
		DELETED,

		/** Deleted, since somebody was erased. */
		ERASED

	}

	/**
	 * An export.
	 *
	 * @param total how many match; null where that was not counted
	 * @param seen how many of them were checked so far
	 * @param people how many are in the file; null where it was not read to its end
	 * @param leftOut how many are not, though they match, by reason
	 * @param beat when the instance that makes the file was last heard of
	 * @param ends until when the file is kept; null where it is not
	 */
	record Export(UUID id, Instant at, String actor, String kind, ExportRequest request, @Nullable Long total,
			long seen, @Nullable Long people, LeftOut leftOut, State state, @Nullable Instant beat,
			@Nullable Instant ends) {

		/** After such a silence an instance is not there any more. */
		private static final Duration SILENCE = Duration.ofSeconds(30);

		/** Whether the file is being made somewhere, or kept. */
		boolean isOngoing(Instant now) {
			return switch (this.state) {
				case MAKING -> this.beat != null && this.beat.plus(SILENCE).isAfter(now);
				case KEPT -> this.ends != null && this.ends.isAfter(now);
				default -> false;
			};
		}

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

	void make(UUID id, Instant at) {
		this.jdbc.sql("update file_export set state = 'making', beat_at = ? where id = ?")
			.params(at.atOffset(ZoneOffset.UTC), id)
			.update();
	}

	void beat(UUID id, Instant at) {
		this.jdbc.sql("update file_export set beat_at = ? where id = ? and state = 'making'")
			.params(at.atOffset(ZoneOffset.UTC), id)
			.update();
	}

	/** Keeps a file that was made; not where it was given up meanwhile. */
	boolean keep(UUID id, long people, LeftOut leftOut, Instant ends) {
		return this.jdbc.sql(
				"update file_export set state = 'kept', people = ?, left_out = ?, ends_at = ? where id = ? and state = 'making'")
			.params(people, leftOut.text(), ends.atOffset(ZoneOffset.UTC), id)
			.update() == 1;
	}

	void end(UUID id, State state) {
		this.jdbc.sql("update file_export set state = ? where id = ? and state in ('making', 'kept')")
			.params(key(state), id)
			.update();
	}

	void endAll(State state) {
		this.jdbc.sql("update file_export set state = ? where state in ('making', 'kept')").param(key(state)).update();
	}

	void endOver(Instant now) {
		this.jdbc.sql("update file_export set state = 'ended' where state = 'kept' and ends_at <= ?")
			.param(now.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static String key(State state) {
		return state.name().toLowerCase(Locale.ROOT);
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

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static Export export(ResultSet row) throws SQLException {
		ExportRequest request = new ExportRequest(ProfileQuery.parse(row.getString("query")),
				ExportRequest.Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
				Optional.ofNullable(row.getString("channel")).flatMap(Channel::of).orElse(null),
				row.getObject("contactable", Boolean.class), row.getString("links"));
		return new Export(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("actor_name"), row.getString("kind"), request, row.getObject("total", Long.class),
				row.getLong("seen"), row.getObject("people", Long.class), LeftOut.parse(row.getString("left_out")),
				State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), instant(row, "beat_at"),
				instant(row, "ends_at"));
	}

}
