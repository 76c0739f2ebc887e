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
 * What was left out of an import, cell by cell, with its place and its reason.
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
	 * One cell, or one row where the column is empty.
	 *
	 * @param code message key of the reason
	 */
	record Reject(long line, String column, String value, String code) {
	}

	void add(UUID run, List<Reject> rejects, Instant now) {
		if (rejects.isEmpty()) {
			return;
		}
		List<Object[]> rows = new ArrayList<>();
		rejects.forEach((reject) -> rows.add(new Object[] { run, reject.line(), shorten(reject.column(), 200),
				shorten(reject.value(), 300), reject.code(), now.atOffset(ZoneOffset.UTC) }));
		this.batch.batchUpdate(
				"insert into import_reject (import_id, line, header, content, code, at) values (?, ?, ?, ?, ?, ?)",
				rows);
	}

	List<Reject> first(UUID run, int limit) {
		return this.jdbc
			.sql("""
					select line, header, content, code from import_reject where import_id = :run order by seq limit :limit""")
			.param("run", run)
			.param("limit", limit)
			.query((row, number) -> new Reject(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
			.list();
	}

	/**
	 * Hands over all of them without holding them.
	 */
	void each(UUID run, Consumer<Reject> to) {
		this.jdbc.sql("select line, header, content, code from import_reject where import_id = :run order by seq")
			.param("run", run)
			.query((row) -> {
				to.accept(new Reject(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
			});
	}

	void forget(UUID run) {
		this.jdbc.sql("delete from import_reject where import_id = :run").param("run", run).update();
	}

	void forgetBefore(Instant time) {
		this.jdbc.sql("delete from import_reject where at < :time")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Takes out what names somebody who is erased.
	 */
	void forgetMentions(List<String> words) {
		words.forEach((word) -> this.jdbc
			.sql("update import_reject set content = '' where position(lower(:word) in lower(content)) > 0")
			.param("word", word)
			.update());
	}

	private static String shorten(String text, int longest) {
		return (text.length() <= longest) ? text : text.substring(0, longest - 1) + "…";
	}

}
