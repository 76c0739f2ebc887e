package dev.sayso.decision.review;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;

/**
 * Counts whom a finding meets.
 */
@FunctionalInterface
interface PeopleCount {

	/** What the guard asks of whoever sees something personal. */
	Condition CONSENT = new Comparison("consents.personalize.content", Operator.IS, true);

	/** Meets nobody, so that nothing is found but what is so whoever there is. */
	PeopleCount NOBODY = (condition) -> 0;

	/** How many they are; -1 where they were not counted, since that takes too long. */
	long count(CompiledCondition condition);

}
