package dev.sayso.consent.card;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * The body of a patch of what somebody says, read otherwise than all others, so that no
 * no in it is lost: members may stand more than once, which RFC 8259 leaves to the
 * reader, and what is no JSON is read as far as it goes.
 *
 * @param object with the first of each name
 * @param repeated the others
 * @param fault why it is no JSON, and the object only what can be made out; null where it
 * is
 */
record LenientBody(ObjectNode object, List<Member> repeated, @Nullable ProblemException fault) {

	private static final JsonMapper MAPPER = mapper(JsonFactory.builder());

	private static final JsonMapper LENIENT = mapper(JsonFactory.builder()
		.enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_MISSING_VALUES,
				JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
				JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_JAVA_COMMENTS,
				JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER));

	record Member(List<String> path, JsonNode value) {

		/** It with its path below the first name. */
		JsonNode within() {
			JsonNode within = this.value;
			for (int at = this.path.size() - 1; at > 0; at--) {
				within = MAPPER.createObjectNode().set(this.path.get(at), within);
			}
			return within;
		}

	}

	/** Where a member stands, as a JSON pointer (RFC 6901). */
	static String pointer(List<String> path) {
		JsonPointer pointer = JsonPointer.empty();
		for (String name : path) {
			pointer = pointer.appendProperty(name);
		}
		return pointer.toString();
	}

	private static JsonMapper mapper(JsonFactoryBuilder factory) {
		return JsonMapper.builder(factory.streamReadConstraints(JsonBody.CONSTRAINTS).build())
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.build();
	}

	/**
	 * @throws ProblemException 413 when it is too large, 415 when it claims to be no
	 * JSON, 422 when it is no object
	 */
	static LenientBody read(HttpServletRequest request) {
		byte[] body = JsonBody.bytes(request);
		List<Member> repeated = new ArrayList<>();
		try {
			if (JsonBody.parse(body, (bytes) -> parse(bytes, repeated)) instanceof ObjectNode object) {
				return new LenientBody(object, repeated, null);
			}
		}
		catch (ProblemException ex) {
			return asFarAsItGoes(new String(body, StandardCharsets.UTF_8), ex);
		}
		throw ProblemException.faulty(List.of(new Fault("", "is not an object")));
	}

	private static JsonNode parse(byte[] body, List<Member> repeated) {
		try (JsonParser parser = MAPPER.createParser(body)) {
			parser.nextToken();
			JsonNode read = node(parser, List.of(), repeated);
			if (parser.nextToken() != null) {
				throw new StreamReadException(parser, "more than one value");
			}
			return read;
		}
	}

	private static LenientBody asFarAsItGoes(String text, ProblemException fault) {
		LenientBody body = new LenientBody(LENIENT.createObjectNode(), new ArrayList<>(), fault);
		try (JsonParser parser = LENIENT.createParser(text.substring(Math.max(0, text.indexOf('{'))))) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				fill(parser, body.object, List.of(), body.repeated);
			}
		}
		catch (JacksonException ex) {
			// so far
		}
		return body;
	}

	private static JsonNode node(JsonParser parser, List<String> path, List<Member> repeated) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			return parser.readValueAsTree();
		}
		ObjectNode object = MAPPER.createObjectNode();
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

}
