package dev.sayso.contact.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A text as a gateway writes it in JSON, of which no more is read than who says what and
 * when. Whatever else stands before, beside, within or after that, and however much of
 * it, may be broken: bodies are bounded by how much is taken of a request at all.
 *
 * @param id empty where there is none, as are the others
 */
record SmsBody(String id, String from, String text, String receivedAt) {

	private static final Set<String> MEMBERS = Set.of("id", "from", "text", "receivedAt");

	private static final JsonFactory JSON = JsonFactory.builder()
		.enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
		.enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
		.enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
		.enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
		.enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
		.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
		.enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
		.enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(Integer.MAX_VALUE)
			.maxNumberLength(Integer.MAX_VALUE)
			.maxStringLength(Integer.MAX_VALUE)
			.maxNameLength(Integer.MAX_VALUE)
			.build())
		.build();

	/** Empty where there is no object, or none in which somebody says something. */
	static Optional<SmsBody> read(String json) {
		Map<String, String> members = new HashMap<>();
		boolean whole = false;
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				read(parser, members);
				whole = parser.currentToken() == JsonToken.END_OBJECT;
			}
		}
		catch (JacksonException ex) {
			whole = false;
		}
		boolean said = members.containsKey("from") && members.containsKey("text");
		return (whole || said) ? Optional.of(new SmsBody(member(members, "id"), member(members, "from"),
				member(members, "text"), member(members, "receivedAt"))) : Optional.empty();
	}

	private static void read(JsonParser parser, Map<String, String> members) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			if (MEMBERS.contains(name)) {
				members.put(name, value(parser));
			}
			else {
				parser.skipChildren();
			}
		}
	}

	/** A text or a number as it stands; of what holds others, all of them. */
	private static String value(JsonParser parser) {
		StringBuilder value = new StringBuilder();
		int depth = 0;
		do {
			JsonToken token = parser.currentToken();
			depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
			if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
				value.append(value.isEmpty() ? "" : " ").append(parser.getString());
			}
		}
		while (depth > 0 && parser.nextToken() != null);
		return value.toString();
	}

	private static String member(Map<String, String> members, String name) {
		return members.getOrDefault(name, "");
	}

}
