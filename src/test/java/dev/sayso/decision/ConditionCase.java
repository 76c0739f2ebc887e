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
record ConditionCase(Condition condition, Predicate<OraclePerson> holds, boolean personal) {

	private static final Condition CONSENTS = new Comparison("consents.personalize.content", Operator.IS, true);

	private static final Condition FRENCH = new Comparison("country", Operator.IS, "FR");

	static final List<ConditionCase> ALL = List.of(new ConditionCase(CONSENTS, OraclePerson::personalizes, false),
			new ConditionCase(Condition.none(CONSENTS), (one) -> !one.personalizes(), false),
			new ConditionCase(FRENCH, OraclePerson::isFrench, true),
			new ConditionCase(Condition.all(CONSENTS, FRENCH), (one) -> one.personalizes() && one.isFrench(), true),
			new ConditionCase(Condition.any(CONSENTS, FRENCH), (one) -> one.personalizes() || one.isFrench(), true),
			new ConditionCase(Condition.any(), (one) -> false, false),
			new ConditionCase(new Comparison("attributes.gone", Operator.IS, "gold"), (one) -> false, false));

	static ConditionCase of(String eligibility) {
		return ALL.stream()
			.filter((one) -> ConditionJson.write(one.condition()).equals(eligibility))
			.findFirst()
			.orElse(new ConditionCase(Condition.EVERYBODY, (one) -> true, false));
	}

}
