package dev.sayso.exchange.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a file is to be read: its encoding, and what stands between two cells.
 */
public record FileLayout(String encoding, String delimiter) {

	/** The encodings one can choose. */
	public static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1",
			"ISO-8859-15");

	/** The delimiters one can choose. */
	public static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

	public Charset charset() {
		return Charset.forName(this.encoding);
	}

	public char separator() {
		return this.delimiter.charAt(0);
	}

	/**
	 * The same with what somebody chose instead, where that is a choice at all.
	 */
	public FileLayout but(String encoding, String delimiter) {
		return new FileLayout(ENCODINGS.contains(encoding) ? encoding : this.encoding,
				DELIMITERS.contains(delimiter) ? delimiter : this.delimiter);
	}

	static FileLayout of(Charset charset, char separator) {
		return new FileLayout(charset.name(), String.valueOf(separator));
	}

	/**
	 * What is assumed where nothing tells.
	 */
	static FileLayout usual() {
		return of(StandardCharsets.UTF_8, ',');
	}

}
