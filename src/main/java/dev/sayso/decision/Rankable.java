package dev.sayso.decision;

import java.time.ZoneOffset;
import java.util.Map;

import dev.sayso.offer.OfferVersion;

/**
 * An offer as formulas read it, made once for each version of it.
 *
 * @param fields by the name that formulas have for them
 */
record Rankable(Map<String, Object> fields, Map<String, Object> attributes) {

	static Rankable of(OfferVersion offer) {
		return of(offer.content().priority(), offer.name(), offer.slug(), offer.content().attributes());
	}

	static Rankable of(int priority, String name, String key, Map<String, Object> attributes) {
		return new Rankable(Map.of("offer.priority", (double) priority, "offer.name", name, "offer.key", key),
				FormulaValues.members(attributes, ZoneOffset.UTC));
	}

}
