package dev.sayso.shared.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;
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

	private static final JsonMapper MAPPER = mapper(
			JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION));

	private static final JsonMapper PATIENT = mapper(JsonFactory.builder());

	/** Reads what was meant of a body that is no JSON. */
	private static final JsonMapper LENIENT = mapper(JsonFactory.builder()
		.enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_MISSING_VALUES,
				JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
				JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_JAVA_COMMENTS,
				JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER));

	private JsonBody() {
	}

	/**
	 * A body in which members may stand more than once, which RFC 8259 leaves to the
	 * reader.
	 *
	 * @param object with the first of each name
	 * @param repeated the others
	 * @param fault why it is no JSON, and the object only what can be made out; null
	 * where it is
	 */
	public record Members(ObjectNode object, List<Member> repeated, @Nullable ProblemException fault) {
	}

	/**
	 * A member of an object, or of one within it.
	 */
	public record Member(List<String> path, JsonNode value) {

		/**
		 * Where it stands, as a JSON pointer (RFC 6901).
		 */
		public String pointer() {
			return this.path.stream()
				.map((name) -> "/" + name.replace("~", "~0").replace("/", "~1"))
				.collect(Collectors.joining());
		}

	}

	private static JsonMapper mapper(JsonFactoryBuilder factory) {
		return JsonMapper
			.builder(factory.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build()).build())
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.build();
	}

	/**
	 * The object in the body.
	 * @throws ProblemException 400 when it is no JSON, 413 when it is too large, 415 when
	 * it claims to be something else, 422 when it is no object
	 */
	public static ObjectNode read(HttpServletRequest request) {
		return object(parse(body(request), MAPPER::readTree));
	}

	/**
	 * The same where a member that stands twice in an object is not lost, and what is no
	 * JSON is read as far as it goes.
	 */
	public static Members readMembers(HttpServletRequest request) {
		byte[] body = body(request);
		List<Member> repeated = new ArrayList<>();
		try {
			return new Members(object(parse(body, (bytes) -> {
				try (JsonParser parser = PATIENT.createParser(bytes)) {
					parser.nextToken();
					JsonNode read = node(parser, List.of(), repeated);
					if (parser.nextToken() != null) {
						throw new StreamReadException(parser, "more than one value");
					}
					return read;
				}
			})), repeated, null);
		}
		catch (ProblemException ex) {
			if (ex.status() != HttpStatus.BAD_REQUEST) {
				throw ex;
			}
			return lenient(new String(body, StandardCharsets.UTF_8), ex);
		}
	}

	/**
	 * What can be made out of a text up to where nothing can any more.
	 */
	private static Members lenient(String text, ProblemException fault) {
		Members members = new Members(LENIENT.createObjectNode(), new ArrayList<>(), fault);
		try (JsonParser parser = LENIENT.createParser(text.substring(Math.max(0, text.indexOf('{'))))) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				fill(parser, members.object(), List.of(), members.repeated());
			}
		}
		catch (JacksonException ex) {
			// so far
		}
		return members;
	}

	private static JsonNode node(JsonParser parser, List<String> path, List<Member> repeated) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			return parser.readValueAsTree();
		}
		ObjectNode object = PATIENT.createObjectNode();
		fill(parser, object, path, repeated);
		return object;
	}

	private static void fill(JsonParser parser, ObjectNode object, List<String> path, List<Member> repeated) {
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			boolean within = parser.nextToken() == JsonToken.START_OBJECT;
			List<String> place = Stream.concat(path.stream(), Stream.of(name)).toList();
			if (object.has(name)) {
				repeated.add(new Member(place, node(parser, place, repeated)));
			}
			else if (within) {
				fill(parser, object.putObject(name), place, repeated);
			}
			else {
				object.set(name, node(parser, place, repeated));
			}
		}
	}

	private static ObjectNode object(JsonNode body) {
		if (!(body instanceof ObjectNode object)) {
			throw ProblemException.faulty(List.of(new ProblemException.Fault("", "is not an object")));
		}
		return object;
	}

	private static byte[] body(HttpServletRequest request) {
		String type = request.getContentType();
		if (type == null || !isJson(type)) {
			throw ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
		}
		return bytes(request);
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

	private static JsonNode parse(byte[] bytes, Function<byte[], JsonNode> reader) {
		if (bytes.length == 0) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body is empty.");
		}
		try {
			return reader.apply(bytes);
		}
		catch (JacksonException ex) {
			var place = ex.getLocation();
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body is not readable JSON"
					+ ((place != null) ? " at line " + place.getLineNr() + ", column " + place.getColumnNr() : "")
					+ ".");
		}
	}

}
