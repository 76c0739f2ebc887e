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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.exchange.imports.ImportRowResult.Fault;
import dev.sayso.shared.TextNormalizer;

/**
 * The rows of imports that were not taken, or not whole: as they stand in the file, and
 * with the place and reason of each fault.
 */
@Component
class ImportRejects {

	private static final long HEADER = 0;

	private static final int MOST_CELLS = 900_000;

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	private final JsonMapper json;

	ImportRejects(JdbcClient jdbc, JdbcTemplate batch, JsonMapper json) {
		this.jdbc = jdbc;
		this.batch = batch;
		this.json = json;
	}

	/**
	 * A row with its faults.
	 *
	 * @param rejected whether nothing of it was taken but its noes
	 */
	record Reject(long line, List<String> cells, boolean rejected, List<Fault> faults) {
	}

	record FaultyCell(long line, String column, String value, String code) {
	}

	/** Keeps the names of the columns, which head the file of rejects. */
	void head(UUID importId, List<String> header, Instant now) {
		boolean kept = this.jdbc
			.sql("select exists (select 1 from import_rejected_row where import_id = :id and line = 0)")
			.param("id", importId)
			.query(Boolean.class)
			.single();
		if (!kept) {
			addRows(importId, List.of(new Reject(HEADER, header, false, List.of())), now);
		}
	}

	void add(UUID importId, List<Reject> rejects, Instant now) {
		if (rejects.isEmpty()) {
			return;
		}
		addRows(importId, rejects, now);
		List<Object[]> faults = new ArrayList<>();
		for (Reject reject : rejects) {
			reject.faults()
				.forEach((fault) -> faults.add(new Object[] { importId, reject.line(), shorten(fault.column(), 200),
						shorten(fault.value(), 300), fault.code(), now.atOffset(ZoneOffset.UTC) }));
		}
		this.batch.batchUpdate(
				"insert into import_reject (import_id, line, header, content, code, at) values (?, ?, ?, ?, ?, ?)",
				faults);
	}

	private void addRows(UUID importId, List<Reject> rejects, Instant now) {
		this.batch.batchUpdate(
				"insert into import_rejected_row (import_id, line, cells, rejected, at) values (?, ?, ?, ?, ?)",
				rejects.stream()
					.map((reject) -> new Object[] { importId, reject.line(), write(reject.cells()), reject.rejected(),
							now.atOffset(ZoneOffset.UTC) })
					.toList());
	}

	List<FaultyCell> first(UUID importId, int limit) {
		return this.jdbc
			.sql("""
					select line, header, content, code from import_reject where import_id = :import order by line, seq limit :limit""")
			.param("import", importId)
			.param("limit", limit)
			.query((row, number) -> new FaultyCell(row.getLong(1), row.getString(2), row.getString(3),
					row.getString(4)))
			.list();
	}

	/** The names of the columns; empty where nothing was left out. */
	List<String> header(UUID importId) {
		return this.jdbc.sql("select cells from import_rejected_row where import_id = :import and line = 0")
			.param("import", importId)
			.query(String.class)
			.optional()
			.map(this::read)
			.orElse(List.of());
	}

	/** Streams all rows of an import that were not taken whole, in their order. */
	void each(UUID importId, Consumer<Reject> to) {
		List<Reject> open = new ArrayList<>();
		this.jdbc.sql("""
				select r.line, r.cells, r.rejected, f.header, f.content, f.code from import_rejected_row r
				join import_reject f on f.import_id = r.import_id and f.line = r.line
				where r.import_id = :import order by r.line, f.seq""").param("import", importId).query((row) -> {
			long line = row.getLong(1);
			if (!open.isEmpty() && open.get(0).line() != line) {
				to.accept(open.remove(0));
			}
			if (open.isEmpty()) {
				open.add(new Reject(line, read(row.getString(2)), row.getBoolean(3), new ArrayList<>()));
			}
			open.get(0).faults().add(new Fault(row.getString(4), row.getString(5), row.getString(6)));
		});
		open.forEach(to);
	}

	void forget(UUID importId) {
		this.jdbc.sql("delete from import_reject where import_id = :import").param("import", importId).update();
		this.jdbc.sql("delete from import_rejected_row where import_id = :import").param("import", importId).update();
	}

	void forgetBefore(Instant time) {
		for (String table : List.of("import_reject", "import_rejected_row")) {
			this.jdbc.sql("delete from " + table + " where at < :time")
				.param("time", time.atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	/** Removes values that name an erased person. */
	void forgetMentions(List<String> identifiers) {
		for (String identifier : identifiers) {
			this.jdbc
				.sql("update import_reject set content = '' where position(lower(:identifier) in lower(content)) > 0")
				.param("identifier", identifier)
				.update();
			this.jdbc.sql(
					"update import_rejected_row set cells = '[]' where line > 0 and position(lower(:identifier) in lower(cells)) > 0")
				.param("identifier", identifier)
				.update();
		}
	}

	private String write(List<String> cells) {
		String whole = this.json.writeValueAsString(cells.stream().map(ImportRejects::storable).toList());
		return (whole.length() <= MOST_CELLS) ? whole
				: this.json.writeValueAsString(cells.stream().map((cell) -> shorten(cell, 1_000)).limit(500).toList());
	}

	private List<String> read(String cells) {
		return this.json.readValue(cells, new TypeReference<List<String>>() {
		});
	}

	private static String shorten(String text, int longest) {
		String kept = storable(text);
		return (kept.length() <= longest) ? kept : TextNormalizer.shorten(kept, longest - 1) + "…";
	}

	/** No store takes NUL or half a character. */
	private static String storable(String text) {
		return text.replace("\0", "").replaceAll("[\\x{D800}-\\x{DFFF}]", "\uFFFD");
	}

}
