package dev.sayso.exchange.file;

import java.nio.charset.Charset;
import java.util.List;

/**
 * The encoding and the delimiter of a file.
 */
public record FileLayout(String encoding, String delimiter) {

	/** The encodings to choose from. */
	public static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1",
			"ISO-8859-15");

	/** The delimiters to choose from. */
	public static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

	public Charset charset() {
		return Charset.forName(this.encoding);
	}

	public char separator() {
		return this.delimiter.charAt(0);
	}

	/**
	 * This layout with another encoding and delimiter, as far as they are known ones.
	 */
	public FileLayout but(String encoding, String delimiter) {
		return new FileLayout(ENCODINGS.contains(encoding) ? encoding : this.encoding,
				DELIMITERS.contains(delimiter) ? delimiter : this.delimiter);
	}

}
