package dev.sayso.decision.formula;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import dev.sayso.offer.ApprovedOffer;

/**
 * An offer as formulas read it, made once for each version of it.
 *
 * @param values by the names that formulas have for them
 */
public record RankableOffer(Map<String, Object> values) {

	public static final String PRIORITY = "offer.priority";

	public static final String ATTRIBUTES = "offer.attributes.";

	public static RankableOffer of(ApprovedOffer offer) {
		return of(offer.content().priority(), offer.name(), offer.slug(), offer.content().attributes());
	}

	static RankableOffer of(int priority, String name, String key, Map<String, Object> attributes) {
		Map<String, Object> values = new HashMap<>();
		FormulaValues.members(attributes, ZoneOffset.UTC)
			.forEach((attribute, value) -> values.put(ATTRIBUTES + attribute, value));
		values.putAll(Map.of(PRIORITY, (double) priority, "offer.name", name, "offer.key", key));
		return new RankableOffer(values);
	}

}
