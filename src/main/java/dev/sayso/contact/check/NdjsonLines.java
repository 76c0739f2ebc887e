package dev.sayso.contact.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream without end, none of which is kept longer than it may be.
 */
final class NdjsonLines {

	/** The most characters of a line. */
	static final int LONGEST = 2000;

	private final BufferedReader in;

	private long number;

	NdjsonLines(InputStream in) {
		this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
	}

	/** The next line, of one that is too long no more than tells so; null at the end. */
	@Nullable String next() throws IOException {
		StringBuilder line = new StringBuilder();
		int read = this.in.read();
		if (read < 0) {
			return null;
		}
		for (; read >= 0 && read != '\n'; read = this.in.read()) {
			if (line.length() <= LONGEST) {
				line.append((char) read);
			}
		}
		this.number++;
		return line.toString();
	}

	/** The number of the line that was read last, from 1. */
	long number() {
		return this.number;
	}

	/** Whether more is there without waiting for it. */
	boolean isReady() throws IOException {
		return this.in.ready();
	}

}
