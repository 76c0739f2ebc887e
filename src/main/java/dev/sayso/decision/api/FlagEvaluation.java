package dev.sayso.decision.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sayso.decision.ChosenOffer;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.ScopeResult;
import dev.sayso.shared.ProfileId;

/**
 * A flag's value, as OpenFeature's protocol has it.
 *
 * @param value absent where there is nothing to show: the code's own default holds
 * @param variant the key of the offer or of the fallback
 * @param metadata flat, as the protocol wants it: each field of a placement that has some
 * is {@code fields.<key>}
 */
@Schema(name = "FlagEvaluation")
record FlagEvaluation(String key, @Nullable Object value, String reason, @Nullable String variant,
		@Schema(description = "Flat: of a placement with fields, each field that is filled is a text called fields. "
				+ "and its key, beside the HTML that the value is.") Map<String, Object> metadata) {

	/**
	 * What an answer is to a flag.
	 * @param profile whom it is for; null for an unknown person
	 * @param id of the proposition; null where it is not kept
	 */
	static FlagEvaluation of(String key, ScopeResult result, @Nullable ProfileId profile, @Nullable UUID id,
			DecisionDocuments documents) {
		ChosenOffer offer = result.items().isEmpty() ? result.fallback() : result.items().get(0);
		return new FlagEvaluation(key, (offer != null) ? documents.content(offer) : null, reason(result.reason()),
				(offer != null) ? offer.offer().slug() : null, metadata(result, offer, profile, id));
	}

	/** The same under the name by which displays and clicks are told of it. */
	FlagEvaluation named(String proposition) {
		Map<String, Object> more = new LinkedHashMap<>(this.metadata);
		more.put("proposition", proposition);
		return new FlagEvaluation(this.key, this.value, this.reason, this.variant, more);
	}

	private static String reason(DecisionReason reason) {
		return switch (reason) {
			case PICKED -> "TARGETING_MATCH";
			case NOT_LIVE -> "DISABLED";
			case NOTHING_ELIGIBLE, PERSONALIZATION_REFUSED, POLICY, NOT_FOR_THEM, OUTSIDE_DATES, NO_TEXT_IN_LANGUAGE,
					FORMULA_FAILED, CAPPED ->
				"DEFAULT";
		};
	}

	private static Map<String, Object> metadata(ScopeResult result, @Nullable ChosenOffer offer,
			@Nullable ProfileId profile, @Nullable UUID id) {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("decision", result.decision().slug());
		metadata.put("version", result.decision().version());
		metadata.put("placement", result.scope().placement().slug());
		metadata.put("reason", result.reason().name());
		if (profile == null) {
			metadata.put("profile", DecisionDocument.UNKNOWN);
		}
		if (id != null) {
			metadata.put("proposition", id.toString());
		}
		if (offer != null) {
			put("contentType", offer.type().key(), metadata);
			put("language", offer.language(), metadata);
			put("alt", offer.text().alt(), metadata);
			put("link", offer.text().link(), metadata);
			if (offer.text().fields() != null) {
				offer.text().fields().forEach((key, value) -> put("fields." + key, value, metadata));
			}
		}
		return metadata;
	}

	private static void put(String name, @Nullable String value, Map<String, Object> metadata) {
		if (value != null && !value.isEmpty()) {
			metadata.put(name, value);
		}
	}

}
