package dev.sayso.decision.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.audience.MatchingProfiles;
import dev.sayso.condition.CompiledCondition;

/**
 * Counts people in the store, without keeping whoever reads a review waiting.
 */
@Component
class PeopleCounts {

	/** For one count. */
	private static final Duration EACH = Duration.ofSeconds(2);

	/** For all of a review; what is not counted by then is not counted at all. */
	private static final Duration ALL = Duration.ofSeconds(5);

	private final MatchingProfiles matching;

	private final Clock clock;

	PeopleCounts(MatchingProfiles matching, Clock clock) {
		this.matching = matching;
		this.clock = clock;
	}

	/** Those of one review, which begins now. */
	PeopleCount begin() {
		Instant until = this.clock.instant().plus(ALL);
		return (condition) -> count(condition, Duration.between(this.clock.instant(), until));
	}

	private long count(CompiledCondition condition, Duration left) {
		int patience = (int) Math.min(left.toSeconds(), EACH.toSeconds());
		try {
			return (patience > 0) ? this.matching.count(patience, condition, "1 = 1") : -1;
		}
		catch (DataAccessException ex) {
			return -1;
		}
	}

}
