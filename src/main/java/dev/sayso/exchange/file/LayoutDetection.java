package dev.sayso.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Detects the encoding and the delimiter of a file, and refuses what is no list of
 * people.
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
		FileLayout encoded = new FileLayout(encoding(file, sample), ",");
		check(new String(sample, encoded.charset()));
		FileLayout layout = new FileLayout(encoded.encoding(), DelimiterDetection.of(file, encoded));
		checkRows(file, layout);
		return layout;
	}

	private static String encoding(Path file, byte[] sample) throws IOException {
		int first = (sample.length > 1) ? ((sample[0] & 0xFF) << 8) | (sample[1] & 0xFF) : 0;
		if (first == 0xFFFE || first == 0xFEFF) {
			return (first == 0xFFFE) ? "UTF-16LE" : "UTF-16BE";
		}
		if (new String(sample, 0, Math.min(4, sample.length), StandardCharsets.ISO_8859_1)
			.startsWith("PK\u0003\u0004")) {
			throw new UnreadableFileException("import.unreadable.workbook");
		}
		int[] zeros = { 0, 0 };
		for (int i = 0; i < sample.length; i++) {
			zeros[i % 2] += (sample[i] == 0) ? 1 : 0;
		}
		if (Math.max(zeros[0], zeros[1]) > sample.length / 5) {
			return (zeros[0] > zeros[1]) ? "UTF-16BE" : "UTF-16LE";
		}
		return isUtf8(file) ? "UTF-8" : "windows-1252";
	}

	/**
	 * Checks the whole file: a single accent may come late.
	 */
	private static boolean isUtf8(Path file) throws IOException {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(65536);
		CharBuffer chars = CharBuffer.allocate(65536);
		try (InputStream in = Files.newInputStream(file)) {
			for (int read = 0; read >= 0;) {
				read = in.read(bytes.array(), bytes.position(), bytes.remaining());
				bytes.position(bytes.position() + Math.max(read, 0)).flip();
				CoderResult result = decoder.decode(bytes, chars.clear(), read < 0);
				if (result.isError()) {
					return false;
				}
				bytes.compact();
			}
		}
		return true;
	}

	private static void check(String text) {
		String start = text.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
		if (start.isEmpty()) {
			throw new UnreadableFileException("import.unreadable.empty");
		}
		if (start.startsWith("<") || start.startsWith("{\\rtf") || start.startsWith("%pdf")) {
			throw new UnreadableFileException("import.unreadable.other");
		}
		boolean control = start.chars().anyMatch((c) -> c < 32 && c != '\n' && c != '\r' && c != '\t');
		if (control || start.startsWith("[{") || start.startsWith("{\"")) {
			throw new UnreadableFileException("import.unreadable.other");
		}
	}

	private static void checkRows(Path file, FileLayout layout) throws IOException {
		try (RowReader rows = new RowReader(new LineReader(Files.newInputStream(file), layout.charset()),
				layout.separator())) {
			if (rows.header().isEmpty() || rows.header().stream().allMatch(String::isBlank)) {
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
