package dev.sayso.audience;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import dev.sayso.shared.CsvSheet;

/**
 * Reads the names of people out of a file: the first cell of each line, or the column
 * that a heading calls one.
 */
final class ReadNames {

	/** More names than this are not taken from one file. */
	static final int MOST = 1_000_000;

	private static final List<String> HEADINGS = List.of("id", "externalid", "external_id", "email", "e-mail",
			"mobile");

	private ReadNames() {
	}

	/** A file that cannot be read; the message is a key. */
	static final class Unreadable extends Exception {

		private static final long serialVersionUID = 1L;

		Unreadable(String key) {
			super(key);
		}

	}

	/**
	 * The names, each once.
	 */
	static List<String> of(InputStream file) throws Unreadable {
		Set<String> names = new LinkedHashSet<>();
		try (CsvReader<CsvRecord> lines = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
			int column = -1;
			for (CsvRecord line : lines) {
				boolean first = column < 0;
				int heading = first ? heading(line) : -1;
				column = first ? Math.max(0, heading) : column;
				String name = (column < line.getFieldCount()) ? CsvSheet.unsafe(line.getField(column).strip()) : "";
				if (heading < 0 && !name.isEmpty() && name.length() <= 400) {
					names.add(name);
				}
				if (names.size() > MOST) {
					throw new Unreadable("audience.list.fault.large");
				}
			}
		}
		catch (CsvParseException | IOException | UncheckedIOException ex) {
			throw new Unreadable("audience.list.fault.unreadable");
		}
		if (names.isEmpty()) {
			throw new Unreadable("audience.list.fault.empty");
		}
		return new ArrayList<>(names);
	}

	/**
	 * The column whose heading names people; -1 where the first line is no heading.
	 */
	private static int heading(CsvRecord line) {
		for (int at = 0; at < line.getFieldCount(); at++) {
			if (HEADINGS.contains(line.getField(at).strip().toLowerCase(Locale.ROOT))) {
				return at;
			}
		}
		return -1;
	}

}
