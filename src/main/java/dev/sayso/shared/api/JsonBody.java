package dev.sayso.shared.api;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Reads the body of an API call as the tree it is, within bounds that no caller needs to
 * pass: a merge patch (RFC 7396) has to tell {@code null} from absent.
 */
public final class JsonBody {

	/** The most a body may weigh, in bytes. */
	public static final int LIMIT = 1 << 20;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private JsonBody() {
	}

	/**
	 * The object in the body.
	 * @throws ProblemException 400 when it is no JSON, 413 when it is too large, 415 when
	 * it claims to be something else, 422 when it is no object
	 */
	public static ObjectNode read(HttpServletRequest request) {
		String type = request.getContentType();
		if (type == null || !isJson(type)) {
			throw ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
		}
		if (!(parse(bytes(request)) instanceof ObjectNode object)) {
			throw ProblemException.faulty(java.util.List.of(new ProblemException.Fault("", "is not an object")));
		}
		return object;
	}

	private static boolean isJson(String type) {
		try {
			MediaType media = MediaType.parseMediaType(type);
			return media.isCompatibleWith(MediaType.APPLICATION_JSON) || "merge-patch+json".equals(media.getSubtype());
		}
		catch (org.springframework.http.InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static byte[] bytes(HttpServletRequest request) {
		try {
			byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
			if (bytes.length > LIMIT) {
				throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "A body has at most " + LIMIT + " bytes.");
			}
			return bytes;
		}
		catch (IOException ex) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body did not arrive whole.");
		}
	}

	private static JsonNode parse(byte[] bytes) {
		if (bytes.length == 0) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body is empty.");
		}
		try {
			return MAPPER.readTree(bytes);
		}
		catch (JacksonException ex) {
			var place = ex.getLocation();
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body is not readable JSON"
					+ ((place != null) ? " at line " + place.getLineNr() + ", column " + place.getColumnNr() : "")
					+ ".");
		}
	}

}
