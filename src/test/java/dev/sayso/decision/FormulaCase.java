package dev.sayso.decision;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import dev.sayso.offer.ApprovedOffer;

/**
 * A formula, and the same worked out by hand.
 */
record FormulaCase(String source, boolean personal, Worked worked) {

	/** What a formula gives. */
	interface Worked {

		OptionalDouble of(ApprovedOffer offer, OraclePerson person, Map<String, Object> context);

	}

	static final List<FormulaCase> ALL = List.of(
			new FormulaCase("offer.priority * 2 - 3", false,
					(offer, person, context) -> OptionalDouble.of(offer.content().priority() * 2 - 3)),
			new FormulaCase("offer.attributes.margin + 1", false, (offer, person, context) -> margin(offer)),
			new FormulaCase("has(offer.attributes.margin) ? 10 - offer.attributes.margin : 4", false,
					(offer, person, context) -> OptionalDouble
						.of(margin(offer).isPresent() ? 11 - margin(offer).getAsDouble() : 4)),
			new FormulaCase("profile.country == 'FR' ? 3 : offer.priority", true, FormulaCase::byCountry),
			new FormulaCase("context.boost * offer.priority", false,
					(offer, person, context) -> (context.get("boost") instanceof Number boost)
							? OptionalDouble.of(boost.doubleValue() * offer.content().priority())
							: OptionalDouble.empty()),
			new FormulaCase("context.boost +", false, (offer, person, context) -> OptionalDouble.empty()));

	static FormulaCase of(String formula) {
		return ALL.stream().filter((one) -> one.source().equals(formula)).findFirst().orElseThrow();
	}

	private static OptionalDouble margin(ApprovedOffer offer) {
		return (offer.content().attributes().get("margin") instanceof Number margin)
				? OptionalDouble.of(margin.doubleValue() + 1) : OptionalDouble.empty();
	}

	private static OptionalDouble byCountry(ApprovedOffer offer, OraclePerson person, Map<String, Object> context) {
		if (person.country() == null) {
			return OptionalDouble.empty();
		}
		return OptionalDouble.of(person.isFrench() ? 3 : offer.content().priority());
	}

}
