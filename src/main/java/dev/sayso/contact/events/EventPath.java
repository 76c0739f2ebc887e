package dev.sayso.contact.events;

import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Where something stands in JSON: a pointer such as {@code /data/0/email} (RFC 6901), or
 * the same with dots, {@code data.0.email}. Empty is the whole.
 */
final class EventPath {

	private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,6})]");

	private static final Pattern ESCAPE = Pattern.compile("~(?![01])");

	private EventPath() {
	}

	/** The pointer that a text means; empty where it means none. */
	static Optional<JsonPointer> parse(String text) {
		String typed = text.strip();
		if (typed.isEmpty() || typed.startsWith("/")) {
			return ESCAPE.matcher(typed).find() ? Optional.empty() : Optional.of(JsonPointer.compile(typed));
		}
		String dotted = INDEX.matcher(typed.startsWith("$.") ? typed.substring(2) : typed).replaceAll(".$1");
		String steps = dotted.startsWith(".") ? dotted.substring(1) : dotted;
		boolean whole = !steps.isEmpty() && !steps.endsWith(".") && !steps.contains("..") && !steps.contains("[");
		return whole
				? Optional.of(JsonPointer.compile("/" + steps.replace("~", "~0").replace("/", "~1").replace('.', '/')))
				: Optional.empty();
	}

	/** What stands there; missing where nothing does. */
	static JsonNode find(JsonNode tree, String text) {
		return parse(text).map(tree::at).orElseGet(() -> tree.at(JsonPointer.compile("/\u0000")));
	}

}
