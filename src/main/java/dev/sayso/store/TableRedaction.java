package dev.sayso.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Redacts a person's traces in the texts of any table, row by row, and only where a text
 * has any.
 */
@Component
public class TableRedaction {

	private final JdbcClient jdbc;

	TableRedaction(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param key the columns that name a row
	 * @param texts the columns that may mention somebody
	 * @return how many rows did
	 */
	public int out(String table, List<String> key, List<String> texts, Redaction redaction) {
		List<String> columns = new ArrayList<>(key);
		columns.addAll(texts);
		Map<String, Object> words = new LinkedHashMap<>();
		redaction.words().forEach((word) -> words.put("word" + words.size(), word));
		String mentions = texts.stream()
			.flatMap((text) -> words.keySet()
				.stream()
				.map((word) -> "position(:" + word + " in lower(" + text + ")) > 0"))
			.collect(Collectors.joining(" or "));
		List<Map<String, Object>> rows = this.jdbc
			.sql("select " + String.join(", ", columns) + " from " + table + " where " + mentions)
			.params(words)
			.query()
			.listOfRows();
		rows.forEach((row) -> out(table, key, texts, row, redaction));
		return rows.size();
	}

	private void out(String table, List<String> key, List<String> texts, Map<String, Object> row, Redaction redaction) {
		Map<String, Object> values = new HashMap<>(row);
		texts.forEach((column) -> values.computeIfPresent(column, (name, text) -> redaction.out(text.toString())));
		this.jdbc.sql("update " + table + " set " + equal(texts, ", ") + " where " + equal(key, " and "))
			.params(values)
			.update();
	}

	private static String equal(List<String> columns, String between) {
		return columns.stream().map((column) -> column + " = :" + column).collect(Collectors.joining(between));
	}

}
