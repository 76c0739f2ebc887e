package dev.sayso.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Detects the encoding, the delimiter and the header of a file, and refuses what is no
 * list of people.
 */
public final class LayoutDetection {

	private static final int SAMPLE = 16384;

	private LayoutDetection() {
	}

	/**
	 * Detects the layout of a file.
	 * @throws UnreadableFileException when it is something else than a CSV file with rows
	 */
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
		FileLayout layout = TableDetection.of(file, encoded);
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

}
