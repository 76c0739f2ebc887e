package dev.sayso.exchange.file;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How the text of a file is read.
 *
 * @param headerRow the line that names the columns, the first being 1; 0 where none does
 */
public record FileLayout(String encoding, String delimiter, int headerRow) {

	/** The encodings that are met most. */
	public static final List<String> USUAL_ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252",
			"windows-1250", "windows-1251", "ISO-8859-1", "ISO-8859-15", "Shift_JIS");

	public static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

	/** So far down a header is looked for. */
	public static final int DEEPEST_HEADER = 30;

	public static List<String> encodings() {
		return List.copyOf(Charset.availableCharsets().keySet());
	}

	public Charset charset() {
		return Charset.forName(this.encoding);
	}

	public char separator() {
		return this.delimiter.charAt(0);
	}

	/** This layout with other values, as far as they are known ones. */
	public FileLayout with(String encoding, String delimiter, int headerRow) {
		return new FileLayout(Charset.availableCharsets().containsKey(encoding) ? encoding : this.encoding,
				DELIMITERS.contains(delimiter) ? delimiter : this.delimiter,
				(headerRow >= 0 && headerRow <= DEEPEST_HEADER) ? headerRow : this.headerRow);
	}

}
