package dev.sayso.decision.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.ChosenOffer;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.ScopeResult;

/**
 * A flag's value, as OpenFeature's protocol has it.
 *
 * @param value absent where there is nothing to show: the code's own default holds
 * @param variant the key of the offer or of the fallback
 */
record FlagEvaluation(String key, @Nullable Object value, String reason, @Nullable String variant,
		Map<String, Object> metadata) {

	/**
	 * What an answer is to a flag.
	 * @param id of the proposition; null where it is not kept
	 */
	static FlagEvaluation of(String key, ScopeResult chosen, @Nullable UUID id, DecisionDocuments write) {
		ChosenOffer shown = chosen.items().isEmpty() ? chosen.fallback() : chosen.items().get(0);
		return new FlagEvaluation(key, (shown != null) ? write.content(shown) : null, reason(chosen.reason()),
				(shown != null) ? shown.offer().slug() : null, metadata(chosen, shown, id));
	}

	private static String reason(DecisionReason reason) {
		return switch (reason) {
			case PICKED -> "TARGETING_MATCH";
			case NOT_LIVE -> "DISABLED";
			case NOTHING_ELIGIBLE, PERSONALIZATION_REFUSED -> "DEFAULT";
		};
	}

	private static Map<String, Object> metadata(ScopeResult chosen, @Nullable ChosenOffer shown, @Nullable UUID id) {
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
