package dev.sayso.shared.api;

import java.io.IOException;
import java.io.OutputStream;

import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes values as lines of JSON to a response that goes on while they are read.
 */
public final class NdjsonWriter {

	private final OutputStream out;

	private final SequenceWriter lines;

	private boolean written;

	public NdjsonWriter(OutputStream out, JsonMapper json, Class<?> type) {
		this.out = out;
		this.lines = json.writerFor(type)
			.withRootValueSeparator("\n")
			.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
			.writeValues(out);
	}

	public void write(Object value) {
		this.written = true;
		this.lines.write(value);
	}

	/** Ends the last line; a file that broke off is not ended. */
	public void end() throws IOException {
		this.lines.flush();
		if (this.written) {
			this.out.write('\n');
		}
		this.lines.close();
	}

}
