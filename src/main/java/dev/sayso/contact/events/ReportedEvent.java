package dev.sayso.contact.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.JsonBody;

/**
 * What a provider tells of a message, as it was read and before anything is known of the
 * address.
 *
 * @param channel null for that of the connector
 * @param address as the provider writes it
 * @param at null where it does not say
 */
record ReportedEvent(Kind kind, @Nullable Channel channel, String address, @Nullable Instant at,
		@Nullable String message, @Nullable String diagnostic) {

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder().streamReadConstraints(JsonBody.CONSTRAINTS).build())
		.build();

	/** A tree of what was posted; null where it is no JSON. */
	static @Nullable JsonNode tree(byte[] body) {
		try {
			return MAPPER.readTree(body);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/** A tree of a text; nothing where it is no JSON. */
	static JsonNode tree(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return MAPPER.missingNode();
		}
	}

	/** The members of an array; what is no array is one by itself. */
	static List<JsonNode> each(JsonNode node) {
		return node.isArray() ? List.copyOf(node.values()) : node.isMissingNode() ? List.of() : List.of(node);
	}

	/** A text or a number as text; null where there is neither. */
	static @Nullable String text(JsonNode node) {
		String text = node.isValueNode() && !node.isNull() ? node.asString("") : "";
		return text.isBlank() ? null : text;
	}

}
