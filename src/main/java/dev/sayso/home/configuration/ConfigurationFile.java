package dev.sayso.home.configuration;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

import dev.sayso.shared.api.ProblemException;

/**
 * A file while it is looked at: kept on disk and read as often as there are kinds, one
 * thing at a time, so that its size does not matter to the memory nor the order of its
 * members to what comes first.
 */
final class ConfigurationFile implements Closeable {

	/** The most a file may weigh, in bytes. */
	static final long LIMIT = 128L << 20;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
			.build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private final Path path;

	private ConfigurationFile(Path path) {
		this.path = path;
	}

	/**
	 * Takes a file in.
	 * @throws ProblemException 413 when it is too large
	 */
	static ConfigurationFile of(InputStream content) throws IOException {
		Path path = Files.createTempFile("sayso-configuration-", ".json");
		ConfigurationFile file = new ConfigurationFile(path);
		try (OutputStream out = Files.newOutputStream(path)) {
			byte[] buffer = new byte[1 << 16];
			long size = 0;
			for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
				size += read;
				if (size > LIMIT) {
					throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE,
							"A configuration has at most " + LIMIT + " bytes.");
				}
				out.write(buffer, 0, read);
			}
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
		return file;
	}

	/** Meets the members of the file, and the things of each. */
	interface Visitor {

		/** Whether to meet the things of this member; nothing is read of others. */
		boolean enters(String kind);

		/** The member is no list. */
		default void refuse(String kind) {
		}

		void visit(String kind, int place, JsonNode thing);

	}

	/**
	 * Reads the file from its beginning to its end.
	 * @throws ProblemException 400 when it is no JSON
	 * @return whether it is an object
	 */
	boolean read(Visitor visitor) {
		try (JsonParser parser = MAPPER.createParser(this.path)) {
			JsonToken first = parser.nextToken();
			if (first == null) {
				throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body is empty.");
			}
			if (first != JsonToken.START_OBJECT) {
				return false;
			}
			for (String kind = parser.nextName(); kind != null; kind = parser.nextName()) {
				read(kind, parser, visitor);
			}
			if (parser.nextToken() != null) {
				throw unreadable(null);
			}
			return true;
		}
		catch (JacksonException ex) {
			throw unreadable(ex);
		}
	}

	private static void read(String kind, JsonParser parser, Visitor visitor) {
		boolean list = parser.nextToken() == JsonToken.START_ARRAY;
		if (!visitor.enters(kind)) {
			parser.skipChildren();
			return;
		}
		if (!list) {
			visitor.refuse(kind);
			parser.skipChildren();
			return;
		}
		for (int place = 0; parser.nextToken() != JsonToken.END_ARRAY; place++) {
			visitor.visit(kind, place, parser.readValueAsTree());
		}
	}

	private static ProblemException unreadable(@Nullable JacksonException ex) {
		var place = (ex != null) ? ex.getLocation() : null;
		return ProblemException.of(HttpStatus.BAD_REQUEST, "The body is not readable JSON"
				+ ((place != null) ? " at line " + place.getLineNr() + ", column " + place.getColumnNr() : "") + ".");
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
