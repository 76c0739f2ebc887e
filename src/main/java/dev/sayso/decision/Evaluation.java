package dev.sayso.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A flag's value, as OpenFeature's protocol has it.
 *
 * @param value absent where there is nothing to show: the code's own default holds
 * @param variant the key of the offer or of the fallback
 */
record Evaluation(String key, @Nullable Object value, String reason, @Nullable String variant,
		Map<String, Object> metadata) {

	/**
	 * What an answer is to a flag.
	 * @param id of the proposition; null where it is not kept
	 */
	static Evaluation of(String key, Chosen chosen, @Nullable UUID id, WriteAnswer write) {
		Shown shown = chosen.items().isEmpty() ? chosen.fallback() : chosen.items().get(0);
		return new Evaluation(key, (shown != null) ? write.content(shown) : null, reason(chosen.reason()),
				(shown != null) ? shown.offer().slug() : null, metadata(chosen, shown, id));
	}

	private static String reason(Reason reason) {
		return switch (reason) {
			case PICKED -> "TARGETING_MATCH";
			case NOT_LIVE -> "DISABLED";
			case NOTHING_ELIGIBLE, PERSONALIZATION_REFUSED -> "DEFAULT";
		};
	}

	private static Map<String, Object> metadata(Chosen chosen, @Nullable Shown shown, @Nullable UUID id) {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("decision", chosen.decision().slug());
		metadata.put("version", chosen.decision().version());
		metadata.put("placement", chosen.scope().placement().slug());
		metadata.put("reason", chosen.reason().name());
		if (id != null) {
			metadata.put("proposition", id.toString());
		}
		if (shown != null) {
			put("contentType", shown.type().key(), metadata);
			put("language", shown.language(), metadata);
			put("alt", shown.alt(), metadata);
			put("link", shown.link(), metadata);
		}
		return metadata;
	}

	private static void put(String name, @Nullable String value, Map<String, Object> metadata) {
		if (value != null && !value.isEmpty()) {
			metadata.put(name, value);
		}
	}

}
