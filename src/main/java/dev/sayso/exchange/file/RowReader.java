package dev.sayso.exchange.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file row by row. A quote that is never closed costs the row it is in and no
 * other: where the quoted text makes no row, reading goes on at the next line.
 */
public final class RowReader implements Closeable {

	/** A first line by which a program tells spreadsheets the delimiter. */
	static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(.)\"?[,;\\t|]*");

	private static final int MOST_LINES = 60;

	private final LineReader lines;

	private final char separator;

	private final CsvReader.CsvReaderBuilder strict;

	private final Deque<String> ahead = new ArrayDeque<>();

	private final List<String> header;

	/** Whether the first cell of a row says in what line of another file it stood. */
	private final boolean numbered;

	private @Nullable FileRow first;

	private int columns;

	private long line;

	public RowReader(LineReader lines, FileLayout layout) throws IOException {
		this.lines = lines;
		this.separator = layout.separator();
		this.strict = CsvReader.builder().fieldSeparator(this.separator).allowUnclosedQuote(false);
		if (layout.headerRow() == 0) {
			this.first = record();
			this.columns = (this.first != null) ? this.first.cells().size() : 0;
			this.header = Collections.nCopies(this.columns, "");
			this.numbered = false;
			return;
		}
		while (this.line < layout.headerRow() - 1 && line() != null) {
			// what stands above the header says nothing about anybody
		}
		FileRow named = record();
		this.header = (named != null && named.fault() == null) ? named.cells() : List.of();
		this.columns = this.header.size();
		this.numbered = !this.header.isEmpty() && this.header.get(0).equals(JsonLines.LINE);
	}

	/**
	 * The names of the columns, blank ones where the file names none; empty where they
	 * cannot be read.
	 */
	public List<String> header() {
		return this.numbered ? this.header.subList(1, this.columns) : this.header;
	}

	/** The next row that is not blank, as wide as the header; null at the end. */
	@Nullable public FileRow next() throws IOException {
		FileRow row = record();
		while (row != null && row.isBlank()) {
			row = record();
		}
		FileRow fitting = (row == null || row.fault() != null) ? row : fit(row);
		return (fitting != null && this.numbered) ? original(fitting) : fitting;
	}

	private static FileRow original(FileRow row) {
		String line = row.cells().get(0);
		return new FileRow(line.matches("\\d{1,18}") ? Long.parseLong(line) : row.line(),
				row.cells().subList(1, row.cells().size()), row.fault(), row.missing());
	}

	public long bytesRead() {
		return this.lines.bytesRead();
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

	/** The next row in its own width; null at the end. */
	@Nullable FileRow record() throws IOException {
		FileRow kept = this.first;
		this.first = null;
		return (kept != null) ? kept : read();
	}

	private @Nullable FileRow read() throws IOException {
		String text = line();
		while (text != null && (text.isBlank() || this.line == 1 && SEPARATOR_LINE.matcher(text).matches())) {
			text = line();
		}
		if (text == null) {
			return null;
		}
		long start = this.line;
		return (text.length() > LineReader.LONGEST) ? new FileRow(start, split(text), "import.fault.long")
				: row(start, text);
	}

	/** Programs leave out empty cells at the end of a row, or write some too many. */
	private FileRow fit(FileRow row) {
		List<String> cells = new ArrayList<>(row.cells());
		while (cells.size() > this.columns && cells.get(cells.size() - 1).isBlank()) {
			cells.remove(cells.size() - 1);
		}
		int missing = Math.max(0, this.columns - cells.size());
		cells.addAll(Collections.nCopies(missing, ""));
		return new FileRow(row.line(), cells, (cells.size() > this.columns) ? "import.fault.columns" : null, missing);
	}

	private FileRow row(long start, String text) throws IOException {
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
		FileRow row = parse(start, whole.toString());
		if (row == null || !more.isEmpty() && (isNoRow(row) || swallows(row))) {
			putBack(more);
			return new FileRow(start, split(text), "import.fault.quotes");
		}
		return row;
	}

	private @Nullable FileRow parse(long start, String text) {
		try {
			return new FileRow(start, this.strict.ofSingleCsvRecord(text).getFields(), null);
		}
		catch (CsvParseException ex) {
			return null;
		}
	}

	private boolean isNoRow(FileRow row) {
		return this.columns > 0 && fit(row).fault() != null;
	}

	/**
	 * Whether a line inside a quoted cell is another person's row, which a quote that was
	 * never closed would swallow. Lines of several addresses are none.
	 */
	private boolean swallows(FileRow row) {
		return this.columns > 1 && row.cells()
			.stream()
			.filter((cell) -> cell.contains("\n"))
			.flatMap(String::lines)
			.map(this::split)
			.anyMatch((cells) -> cells.size() >= this.columns && LayoutDetection.hasAddress(cells)
					&& !cells.stream().allMatch((cell) -> LayoutDetection.hasAddress(List.of(cell))));
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

	/** What can be made out of a row whose quotes are wrong. */
	private List<String> split(String text) {
		List<String> cells = new ArrayList<>();
		for (String cell : text.split(Pattern.quote(String.valueOf(this.separator)), -1)) {
			cells.add(cell.strip().replaceAll("^\"+|\"+$", ""));
		}
		return cells;
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
