package dev.sayso.exchange.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.RowReader;

/**
 * The earlier rows of those who have several in a file. A dry run keeps nothing from one
 * batch to the next, so it does again what the earlier rows of a person do before it
 * counts what a later one would change.
 */
final class EarlierRows {

	/** So many rows of one person are done again, and so many of all are kept for it. */
	private static final int MOST_OF_ONE = 100;

	private static final int MOST = 100_000;

	/** Of so many references it is remembered which row had them first. */
	private static final int REMEMBERED = 250_000;

	/** The first line of the person's, by line; of those alone who have several rows. */
	private final Map<Long, Long> groups = new HashMap<>();

	private final Map<Long, List<FileRow>> rows = new HashMap<>();

	private int kept;

	/**
	 * Looks through a file for people who have several rows.
	 * @param references by what a row knows its person
	 */
	void find(RowReader rows, Function<FileRow, List<String>> references) throws IOException {
		Map<Long, Long> lines = new HashMap<>();
		Map<Long, Long> parents = new HashMap<>();
		for (FileRow row = rows.next(); row != null; row = rows.next()) {
			long line = row.line();
			for (String reference : references.apply(row)) {
				long hash = ImportContext.hash(reference);
				Long before = (lines.size() < REMEMBERED) ? lines.putIfAbsent(hash, line) : lines.get(hash);
				if (before != null && before != line) {
					long first = first(before, parents);
					parents.put(first(line, parents), first);
				}
			}
		}
		parents.forEach((line, parent) -> {
			this.groups.put(line, first(line, parents));
			this.groups.put(parent, first(parent, parents));
		});
	}

	private static long first(long line, Map<Long, Long> parents) {
		long first = line;
		for (Long parent = parents.get(first); parent != null && parent != first; parent = parents.get(first)) {
			first = parent;
		}
		return first;
	}

	/**
	 * A number that the rows of one person share; the line itself where it is the only
	 * one.
	 */
	long person(FileRow row) {
		return this.groups.getOrDefault(row.line(), row.line());
	}

	/** The rows of the same person that are done, in their order. */
	List<FileRow> before(FileRow row) {
		return this.rows.getOrDefault(person(row), List.of());
	}

	void add(FileRow row) {
		List<FileRow> earlier = this.groups.containsKey(row.line())
				? this.rows.computeIfAbsent(person(row), (person) -> new ArrayList<>()) : null;
		if (earlier != null && earlier.size() < MOST_OF_ONE && this.kept < MOST) {
			earlier.add(row);
			this.kept++;
		}
	}

}
