package dev.sayso.exchange.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file row by row. A quote that is never closed costs the row it is in and no
 * other: where the quoted text makes no row, reading goes on at the next line.
 */
public final class RowReader implements Closeable {

	private static final int MOST_LINES = 60;

	private final LineReader lines;

	private final char separator;

	private final CsvReader.CsvReaderBuilder strict;

	private final Deque<String> ahead = new ArrayDeque<>();

	private final List<String> header;

	private long line;

	public RowReader(LineReader lines, char separator) throws IOException {
		this.lines = lines;
		this.separator = separator;
		this.strict = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
		FileRow first = read(-1);
		this.header = (first != null) ? first.cells() : List.of();
	}

	/**
	 * The names of the columns; empty where the file has none that can be read.
	 */
	public List<String> header() {
		return this.header;
	}

	/**
	 * The next row that is not blank; null at the end.
	 */
	@Nullable public FileRow next() throws IOException {
		return read(this.header.size());
	}

	public long bytesRead() {
		return this.lines.bytesRead();
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

	private @Nullable FileRow read(int columns) throws IOException {
		String text = line();
		while (text != null && text.isBlank()) {
			text = line();
		}
		if (text == null) {
			return null;
		}
		long start = this.line;
		return (text.length() > LineReader.LONGEST) ? FileRow.broken(start, "import.fault.long", text)
				: row(start, text, columns);
	}

	private FileRow row(long start, String text, int columns) throws IOException {
		StringBuilder whole = new StringBuilder(text);
		Deque<String> more = new ArrayDeque<>();
		while (endsQuoted(whole) && more.size() < MOST_LINES && whole.length() < LineReader.LONGEST) {
			String next = line();
			if (next == null) {
				break;
			}
			more.addLast(next);
			whole.append('\n').append(next);
		}
		FileRow row = parse(start, whole.toString(), text, columns);
		if (row.fault() != null) {
			putBack(more);
		}
		return row;
	}

	/**
	 * Whether a text ends inside a quoted cell, so that the row goes on in the next line.
	 */
	private boolean endsQuoted(CharSequence text) {
		boolean quoted = false;
		boolean start = true;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' && (quoted || start)) {
				quoted = !quoted;
				// a doubled quote inside a cell closes and opens again
				start = !quoted;
			}
			else {
				start = c == this.separator;
			}
		}
		return quoted;
	}

	private FileRow parse(long start, String whole, String text, int columns) {
		try {
			CsvRecord parsed = this.strict.ofSingleCsvRecord(whole);
			boolean fits = columns < 0 || parsed.getFieldCount() == columns;
			return fits ? FileRow.of(start, parsed.getFields()) : FileRow.broken(start, "import.fault.columns", text);
		}
		catch (CsvParseException ex) {
			return FileRow.broken(start, "import.fault.quotes", text);
		}
	}

	private void putBack(Deque<String> more) {
		this.line -= more.size();
		while (!more.isEmpty()) {
			this.ahead.addFirst(more.removeLast());
		}
	}

	private @Nullable String line() throws IOException {
		String next = this.ahead.isEmpty() ? this.lines.next() : this.ahead.removeFirst();
		this.line += (next != null) ? 1 : 0;
		return (next != null && this.line == 1 && next.startsWith("\uFEFF")) ? next.substring(1) : next;
	}

}
