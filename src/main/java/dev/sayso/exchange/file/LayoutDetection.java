package dev.sayso.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Detects the encoding, the delimiter and the header of a file, and refuses what is no
 * list of people. The delimiter is the one that splits the first rows into the most
 * columns with the same number in each.
 */
public final class LayoutDetection {

	private static final int SAMPLE = 16384;

	private static final int SAMPLE_ROWS = 25;

	private static final Pattern ADDRESS = Pattern
		.compile("\\s*(?:[^\\s@]+@[^\\s@]+\\.\\p{L}[^\\s@]*|.*<[^\\s@]+@[^\\s@]+>|\\+?(?:[\\s().-]?\\d){9,15})\\s*");

	private LayoutDetection() {
	}

	public static FileLayout of(Path file) throws IOException {
		byte[] sample;
		try (InputStream in = Files.newInputStream(file)) {
			sample = in.readNBytes(SAMPLE);
		}
		if (sample.length == 0) {
			throw new UnreadableFileException("import.unreadable.empty");
		}
		FileLayout encoded = new FileLayout(CharsetDetection.of(file, sample), ",", 0);
		check(new String(sample, encoded.charset()));
		FileLayout layout = table(file, encoded);
		checkRows(file, layout);
		return layout;
	}

	private static void check(String text) {
		String start = text.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
		if (start.isEmpty()) {
			throw new UnreadableFileException("import.unreadable.empty");
		}
		if (start.startsWith("<") || start.startsWith("{\\rtf") || start.startsWith("%pdf")) {
			throw new UnreadableFileException("import.unreadable.other");
		}
		// a stray control character is the fault of its cell alone
		long controls = start.chars().filter((c) -> c < 32 && c != '\n' && c != '\r' && c != '\t').count();
		if (controls * 50 > start.length() || start.startsWith("[{") || start.startsWith("{\"")) {
			throw new UnreadableFileException("import.unreadable.other");
		}
	}

	private static void checkRows(Path file, FileLayout layout) throws IOException {
		try (RowReader rows = new RowReader(new LineReader(Files.newInputStream(file), layout.charset()), layout)) {
			boolean named = layout.headerRow() > 0;
			if (rows.header().isEmpty() || named && rows.header().stream().allMatch(String::isBlank)) {
				throw new UnreadableFileException("import.unreadable.header");
			}
			if (rows.header().size() > 300) {
				throw new UnreadableFileException("import.unreadable.wide");
			}
			if (rows.next() == null) {
				throw new UnreadableFileException("import.unreadable.rows");
			}
		}
	}

	private static FileLayout table(Path file, FileLayout encoded) throws IOException {
		FileLayout best = new FileLayout(encoded.encoding(), named(file, encoded), 0);
		if (best.delimiter().isEmpty()) {
			best = new FileLayout(encoded.encoding(), ",", 0);
			double most = 0;
			for (String delimiter : FileLayout.DELIMITERS) {
				FileLayout layout = new FileLayout(encoded.encoding(), delimiter, 0);
				double score = score(sample(file, layout));
				if (score > most) {
					most = score;
					best = layout;
				}
			}
		}
		return new FileLayout(best.encoding(), best.delimiter(), header(sample(file, best)));
	}

	/** Whether a row holds an e-mail address or a telephone number, as no header does. */
	static boolean hasAddress(List<String> cells) {
		return cells.stream().anyMatch((cell) -> ADDRESS.matcher(cell).matches());
	}

	/** The delimiter that the first line names; empty where it names none. */
	private static String named(Path file, FileLayout layout) throws IOException {
		try (LineReader lines = new LineReader(Files.newInputStream(file), layout.charset())) {
			String first = lines.next();
			Matcher named = RowReader.SEPARATOR_LINE.matcher((first != null) ? first.replace("\uFEFF", "") : "");
			return (named.matches() && FileLayout.DELIMITERS.contains(named.group(1))) ? named.group(1) : "";
		}
	}

	private static List<FileRow> sample(Path file, FileLayout layout) throws IOException {
		List<FileRow> rows = new ArrayList<>();
		FileLayout all = new FileLayout(layout.encoding(), layout.delimiter(), 0);
		try (RowReader reader = new RowReader(new LineReader(Files.newInputStream(file), layout.charset()), all)) {
			for (FileRow row = reader.record(); row != null && rows.size() < SAMPLE_ROWS; row = reader.record()) {
				rows.add(row);
			}
		}
		return rows;
	}

	private static double score(List<FileRow> rows) {
		int columns = usualWidth(rows);
		long matching = rows.stream().filter((row) -> row.fault() == null && row.cells().size() == columns).count();
		// rows that agree weigh more than many columns
		return (columns < 2) ? 0 : columns + 1000.0 * matching / rows.size();
	}

	private static int usualWidth(List<FileRow> rows) {
		Map<Integer, Long> widths = rows.stream()
			.filter((row) -> row.fault() == null)
			.map((row) -> row.cells().size())
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
		return widths.entrySet()
			.stream()
			.reduce((one, two) -> (two.getValue() >= one.getValue()) ? two : one)
			.map(Map.Entry::getKey)
			.orElse(1);
	}

	/**
	 * The first row that is as wide as the others and filled; titles above it are not.
	 */
	private static int header(List<FileRow> rows) {
		int columns = usualWidth(rows);
		for (FileRow row : rows) {
			long filled = row.cells().stream().filter((cell) -> !cell.isBlank()).count();
			if (row.fault() == null && filled * 2 >= columns && (columns == 1 || filled > 1)) {
				return hasAddress(row.cells()) ? 0 : (int) Math.min(row.line(), FileLayout.DEEPEST_HEADER);
			}
		}
		return (rows.isEmpty() || hasAddress(rows.get(0).cells())) ? 0 : (int) rows.get(0).line();
	}

}
