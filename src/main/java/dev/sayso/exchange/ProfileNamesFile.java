package dev.sayso.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import dev.sayso.shared.CsvSheet;

/**
 * Reads names of profiles from a file: the first cell of each line, or the column with a
 * known heading.
 */
public final class ProfileNamesFile {

	/** More names than this are not taken from one file. */
	static final int LIMIT = 1_000_000;

	private static final int LONGEST = 400;

	/** How much of a file is read to detect the separator. */
	private static final int FIRST = 4096;

	/** Headings, and the prefix of the names below. */
	private static final Map<String, String> HEADINGS = Map.of("id", "", "externalid", "externalId:", "external_id",
			"externalId:", "email", "email:", "e-mail", "email:", "mobile", "mobile:");

	private ProfileNamesFile() {
	}

	/** A file that cannot be read; the message is a key. */
	public static final class Unreadable extends Exception {

		private static final long serialVersionUID = 1L;

		public Unreadable(String key) {
			super(key);
		}

	}

	public static List<String> of(InputStream file) throws Unreadable {
		Set<String> names = new LinkedHashSet<>();
		try (BufferedInputStream bytes = new BufferedInputStream(file);
				CsvReader<CsvRecord> lines = CsvReader.builder()
					.fieldSeparator(separator(bytes))
					.detectBomHeader(true)
					.ofCsvRecord(bytes)) {
			int column = -1;
			String kind = "";
			for (CsvRecord line : lines) {
				boolean first = column < 0;
				int heading = first ? heading(line) : -1;
				column = first ? Math.max(0, heading) : column;
				kind = (heading >= 0) ? kind(line, heading) : kind;
				String name = (column < line.getFieldCount()) ? name(line.getField(column)) : "";
				if (heading < 0 && !name.isEmpty()) {
					names.add(kind + name);
				}
				if (names.size() > LIMIT) {
					throw new Unreadable("names.fault.large");
				}
			}
		}
		catch (CsvParseException | IOException | UncheckedIOException ex) {
			throw new Unreadable("names.fault.unreadable");
		}
		if (names.isEmpty()) {
			throw new Unreadable("names.fault.empty");
		}
		return new ArrayList<>(names);
	}

	/** A name; one that is longer than any stays unknown. */
	private static String name(String cell) throws Unreadable {
		String name = CsvSheet.unsafe(cell.strip());
		if (name.chars().anyMatch((c) -> c < ' ' || c == 127)) {
			throw new Unreadable("names.fault.unreadable");
		}
		return name.substring(0, Math.min(LONGEST, name.length()));
	}

	private static char separator(BufferedInputStream file) throws IOException {
		file.mark(FIRST);
		String[] start = new String(file.readNBytes(FIRST), StandardCharsets.ISO_8859_1).split("[\r\n]", 2);
		file.reset();
		return Stream.of(';', '\t').filter((separator) -> start[0].indexOf(separator) >= 0).findFirst().orElse(',');
	}

	/** The column whose heading names people; -1 where the first line is no heading. */
	private static int heading(CsvRecord line) {
		for (int at = 0; at < line.getFieldCount(); at++) {
			if (HEADINGS.containsKey(line.getField(at).strip().toLowerCase(Locale.ROOT))) {
				return at;
			}
		}
		return -1;
	}

	private static String kind(CsvRecord line, int column) {
		return HEADINGS.getOrDefault(line.getField(column).strip().toLowerCase(Locale.ROOT), "");
	}

}
