package dev.sayso.decision;

import java.util.List;
import java.util.function.Predicate;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;

/**
 * A condition, and the same said by hand.
 *
 * @param personal whether it reads more than what somebody said
 */
record Asked(Condition condition, Predicate<Somebody> holds, boolean personal) {

	private static final Condition CONSENTS = new Comparison("consents.personalize.content", Operator.IS, true);

	private static final Condition FRENCH = new Comparison("country", Operator.IS, "FR");

	static final List<Asked> ALL = List.of(new Asked(CONSENTS, Somebody::personalizes, false),
			new Asked(Condition.none(CONSENTS), (one) -> !one.personalizes(), false),
			new Asked(FRENCH, Somebody::isFrench, true),
			new Asked(Condition.all(CONSENTS, FRENCH), (one) -> one.personalizes() && one.isFrench(), true),
			new Asked(Condition.any(CONSENTS, FRENCH), (one) -> one.personalizes() || one.isFrench(), true),
			new Asked(Condition.any(), (one) -> false, false),
			new Asked(new Comparison("attributes.gone", Operator.IS, "gold"), (one) -> false, false));

	static Asked of(String eligibility) {
		return ALL.stream()
			.filter((one) -> ConditionJson.write(one.condition()).equals(eligibility))
			.findFirst()
			.orElse(new Asked(Condition.EVERYBODY, (one) -> true, false));
	}

}
