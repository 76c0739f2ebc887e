package dev.sayso.exchange.file;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of any length while holding no more than a row may have, and counts the
 * bytes read.
 */
public final class LineReader implements Closeable {

	/** The longest line that is kept; what is longer is cut and shows as such. */
	static final int LONGEST = 100_000;

	private final Counting bytes;

	private final Reader reader;

	private final char[] buffer = new char[8192];

	private int position;

	private int filled;

	private boolean afterReturn;

	public LineReader(InputStream in, Charset charset) {
		this.bytes = new Counting(in);
		this.reader = new InputStreamReader(this.bytes, charset);
	}

	/** The next line without its end; null at the end of the file. */
	@Nullable String next() throws IOException {
		StringBuilder line = new StringBuilder();
		boolean any = false;
		for (int next = read(); next >= 0; next = read()) {
			if (next == '\n' && this.afterReturn && !any) {
				this.afterReturn = false;
				continue;
			}
			this.afterReturn = next == '\r';
			if (next == '\n' || next == '\r') {
				return line.toString();
			}
			any = true;
			if (line.length() <= LONGEST) {
				line.append((char) next);
			}
		}
		return any ? line.toString() : null;
	}

	long bytesRead() {
		return this.bytes.count;
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	private int read() throws IOException {
		if (this.position == this.filled) {
			this.filled = this.reader.read(this.buffer);
			this.position = 0;
			if (this.filled <= 0) {
				this.filled = 0;
				return -1;
			}
		}
		return this.buffer[this.position++];
	}

	private static final class Counting extends FilterInputStream {

		private long count;

		private Counting(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			int read = super.read();
			this.count += (read >= 0) ? 1 : 0;
			return read;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = super.read(target, offset, length);
			this.count += Math.max(read, 0);
			return read;
		}

	}

}
