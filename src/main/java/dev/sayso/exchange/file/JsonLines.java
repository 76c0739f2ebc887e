package dev.sayso.exchange.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.shared.CsvSheet;

/**
 * A file with a JSON object a line, such as XDM profiles: a table whose columns are the
 * paths of its values.
 */
final class JsonLines {

	/** The first column of the table, which says in what line of the file a row stood. */
	static final String LINE = "sayso:line";

	/** The column for what is no JSON. */
	private static final String UNREADABLE = "";

	private static final int MOST_COLUMNS = 300;

	/** Where XDM's consents have what was said for single identities, by namespace. */
	private static final String ID_SPECIFIC = "idSpecific";

	private static final JsonMapper JSON = JsonMapper.shared();

	private JsonLines() {
	}

	static boolean isIn(Path file) throws IOException {
		try (BufferedReader lines = reader(file)) {
			String first = lines.lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
			return first.replace("\uFEFF", "").stripLeading().startsWith("{") && parse(first) != null;
		}
	}

	static void toTable(Path file, OutputStream table) throws IOException {
		Set<String> columns = new LinkedHashSet<>();
		each(file,
				(number, values) -> values.keySet()
					.stream()
					.filter((column) -> columns.size() < MOST_COLUMNS)
					.forEach(columns::add));
		try (CsvSheet sheet = CsvSheet.plain(table)) {
			sheet.row(Stream.concat(Stream.of(LINE), columns.stream()).toList());
			each(file,
					(number, values) -> sheet.row(
							Stream
								.concat(Stream.of(String.valueOf(number)),
										columns.stream().map((column) -> values.getOrDefault(column, "")))
								.toList()));
		}
	}

	private static void each(Path file, BiConsumer<Long, Map<String, String>> line) throws IOException {
		try (BufferedReader lines = reader(file)) {
			long number = 0;
			for (String text = lines.readLine(); text != null; text = lines.readLine()) {
				number++;
				if (!text.isBlank()) {
					Map<String, String> values = new LinkedHashMap<>();
					JsonNode node = parse(text);
					if (node != null) {
						flatten("", node, values);
					}
					else {
						values.put(UNREADABLE, text);
					}
					if (!values.isEmpty()) {
						line.accept(number, values);
					}
				}
			}
		}
	}

	private static void flatten(String path, JsonNode node, Map<String, String> values) {
		if (node.isObject()) {
			node.properties().forEach((field) -> {
				if (field.getKey().equals(ID_SPECIFIC)) {
					flattenIdentities(path, field.getValue(), values);
				}
				else {
					flatten(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values);
				}
			});
		}
		else if (node.isArray()) {
			List<String> texts = new ArrayList<>();
			for (JsonNode item : node) {
				if (item.isContainer()) {
					// of several things of one kind the first is the main one
					flatten(path, item, values);
					return;
				}
				texts.add(item.asString(""));
			}
			values.putIfAbsent(path, String.join(", ", texts));
		}
		else if (!node.isNull()) {
			values.putIfAbsent(path, node.isNumber() ? node.decimalValue().toPlainString() : node.asString(""));
		}
	}

	/**
	 * What was said for single addresses is the person's: it stands where they said
	 * nothing else, and a no wins.
	 */
	private static void flattenIdentities(String path, JsonNode namespaces, Map<String, String> values) {
		Map<String, String> said = new LinkedHashMap<>();
		for (JsonNode identities : namespaces) {
			for (JsonNode consents : identities) {
				Map<String, String> one = new LinkedHashMap<>();
				flatten(path, consents, one);
				one.forEach((at, text) -> said.merge(at, text, JsonLines::noWins));
			}
		}
		said.forEach((at, text) -> values.merge(at, text, JsonLines::noWins));
	}

	private static String noWins(String one, String other) {
		return other.equals("n") ? other : one;
	}

	private static @Nullable JsonNode parse(String line) {
		try {
			JsonNode node = JSON.readTree(line.replace("\uFEFF", ""));
			return node.isObject() ? node : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static BufferedReader reader(Path file) throws IOException {
		return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
	}

}
