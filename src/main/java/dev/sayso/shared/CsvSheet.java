package dev.sayso.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table for people to take away (RFC 4180, UTF-8 with a mark so that spreadsheets read
 * it right), in which no cell can act as a formula.
 */
public final class CsvSheet implements AutoCloseable {

	/** With their full-width forms, which spreadsheets of East Asia read alike. */
	private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private final CsvWriter writer;

	private final boolean guarded;

	private long rows;

	private CsvSheet(OutputStream out, boolean guarded) throws IOException {
		OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		this.guarded = guarded;
		if (guarded) {
			text.write('\uFEFF');
		}
		this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
	}

	public static CsvSheet to(OutputStream out) throws IOException {
		return new CsvSheet(out, true);
	}

	/** A table for programs: no mark, and cells as they are. */
	public static CsvSheet plain(OutputStream out) throws IOException {
		return new CsvSheet(out, false);
	}

	/**
	 * Answers a request with a file to save.
	 * @param filename such as {@code profiles.csv}
	 * @param plain whether it is for programs: no mark, and cells as they are
	 */
	public static CsvSheet answer(HttpServletResponse response, String filename, boolean plain) throws IOException {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(filename, StandardCharsets.UTF_8).build().toString());
		return new CsvSheet(response.getOutputStream(), !plain);
	}

	/** Adds a row; null is an empty cell. */
	public void row(Collection<? extends @Nullable Object> cells) {
		this.writer.writeRecord(cells.stream().map(this.guarded ? CsvSheet::safe : CsvSheet::text).toList());
		this.rows++;
	}

	public long rows() {
		return this.rows;
	}

	@Override
	public void close() throws IOException {
		this.writer.close();
	}

	private static String text(@Nullable Object cell) {
		return (cell != null) ? cell.toString() : "";
	}

	/** A spreadsheet runs what starts like a formula; an apostrophe makes it text. */
	public static String safe(@Nullable Object cell) {
		String text = text(cell);
		return (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	/**
	 * Takes back the apostrophe that {@link #safe} put before a cell, for a sheet that
	 * comes home.
	 */
	public static String unsafe(String cell) {
		boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0;
		return guarded ? cell.substring(1) : cell;
	}

}
