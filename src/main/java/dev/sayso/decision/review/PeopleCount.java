package dev.sayso.decision.review;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.audience.MatchingProfiles;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;

/**
 * Counts whom a finding meets, without keeping its reader waiting.
 */
@Component
class PeopleCount {

	/** What the guard asks of whoever sees something personal. */
	static final Condition CONSENT = new Comparison("consents.personalize.content", Operator.IS, true);

	/** In seconds. */
	private static final int PATIENCE = 2;

	private final MatchingProfiles matching;

	PeopleCount(MatchingProfiles matching) {
		this.matching = matching;
	}

	/** How many they are; -1 where counting takes too long. */
	long of(CompiledCondition condition) {
		try {
			return this.matching.count(PATIENCE, condition, "1 = 1");
		}
		catch (DataAccessException ex) {
			return -1;
		}
	}

}
