package dev.sayso.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The versions of things of one type; none is edited or deleted. They stand in a table
 * named after the type, such as {@code offer_version}, with the content as JSON.
 */
public abstract class Versions<T> {

	private static final int MOST = 500;

	protected final JdbcClient jdbc;

	private final JsonMapper json;

	private final String table;

	private final String key;

	private final Class<T> content;

	protected Versions(JdbcClient jdbc, JsonMapper json, String type, Class<T> content) {
		this.jdbc = jdbc;
		this.json = json;
		this.table = type + "_version";
		this.key = type + "_id";
		this.content = content;
	}

	public void add(Version<T> version) {
		this.jdbc
			.sql("insert into " + this.table + " (" + this.key + ", number, name, content, created_at, created_by,"
					+ " requested_by) values (?, ?, ?, ?, ?, ?, ?)")
			.params(version.thing(), version.number(), version.name(), this.json.writeValueAsString(version.content()),
					version.createdAt().atOffset(ZoneOffset.UTC), version.createdBy(), version.requestedBy())
			.update();
	}

	public Optional<Version<T>> find(UUID thing, @Nullable Integer number) {
		return (number == null) ? Optional.empty()
				: this.jdbc.sql("select * from " + this.table + " where " + this.key + " = :thing and number = :number")
					.param("thing", thing)
					.param("number", number)
					.query(this::read)
					.optional();
	}

	public List<Version<T>> list(UUID thing) {
		return this.jdbc
			.sql("select * from " + this.table + " where " + this.key + " = :thing order by number desc limit " + MOST)
			.param("thing", thing)
			.query(this::read)
			.list();
	}

	/**
	 * The versions of a thing, the newest first, each beside the one before it, which the
	 * first does not have.
	 */
	public <R> List<R> compare(UUID thing, BiFunction<Version<T>, Optional<Version<T>>, R> row) {
		List<Version<T>> all = list(thing);
		return IntStream.range(0, all.size())
			.mapToObj((at) -> row.apply(all.get(at), all.stream().skip(at + 1L).findFirst()))
			.toList();
	}

	protected final Version<T> read(ResultSet row, int index) throws SQLException {
		return new Version<>(row.getObject(this.key, UUID.class), row.getInt("number"), row.getString("name"),
				this.json.readValue(row.getString("content"), this.content),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("created_by"),
				row.getString("requested_by"));
	}

}
