package dev.sayso.exchange.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rejected cells and rows of imports, with their place and reason.
 */
@Component
class ImportRejects {

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	ImportRejects(JdbcClient jdbc, JdbcTemplate batch) {
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/**
	 * A rejected cell, or a rejected row where the column is empty.
	 *
	 * @param code message key of the reason
	 */
	record Reject(long line, String column, String value, String code) {
	}

	void add(UUID importId, List<Reject> rejects, Instant now) {
		if (rejects.isEmpty()) {
			return;
		}
		List<Object[]> rows = new ArrayList<>();
		rejects.forEach((reject) -> rows.add(new Object[] { importId, reject.line(), shorten(reject.column(), 200),
				shorten(reject.value(), 300), reject.code(), now.atOffset(ZoneOffset.UTC) }));
		this.batch.batchUpdate(
				"insert into import_reject (import_id, line, header, content, code, at) values (?, ?, ?, ?, ?, ?)",
				rows);
	}

	List<Reject> first(UUID importId, int limit) {
		return this.jdbc
			.sql("""
					select line, header, content, code from import_reject where import_id = :import order by seq limit :limit""")
			.param("import", importId)
			.param("limit", limit)
			.query((row, number) -> new Reject(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
			.list();
	}

	/**
	 * Streams all rejects of an import.
	 */
	void each(UUID importId, Consumer<Reject> to) {
		this.jdbc.sql("select line, header, content, code from import_reject where import_id = :import order by seq")
			.param("import", importId)
			.query((row) -> {
				to.accept(new Reject(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
			});
	}

	void forget(UUID importId) {
		this.jdbc.sql("delete from import_reject where import_id = :import").param("import", importId).update();
	}

	void forgetBefore(Instant time) {
		this.jdbc.sql("delete from import_reject where at < :time")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Removes values that name an erased person.
	 */
	void forgetMentions(List<String> identifiers) {
		identifiers.forEach((identifier) -> this.jdbc
			.sql("update import_reject set content = '' where position(lower(:identifier) in lower(content)) > 0")
			.param("identifier", identifier)
			.update());
	}

	private static String shorten(String text, int longest) {
		return (text.length() <= longest) ? text : text.substring(0, longest - 1) + "…";
	}

}
