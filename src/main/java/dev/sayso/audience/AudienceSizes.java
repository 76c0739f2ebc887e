package dev.sayso.audience;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;

/**
 * Counts many audiences within a second or two, so that lists of audiences never wait for
 * a slow one.
 */
@Component
class AudienceSizes {

	private final MatchingProfiles matching;

	private final ConditionCompiler conditions;

	private final FixedListMembers members;

	AudienceSizes(MatchingProfiles matching, ConditionCompiler conditions, FixedListMembers members) {
		this.matching = matching;
		this.conditions = conditions;
		this.members = members;
	}

	Budget begin() {
		return new Budget(this.conditions.now(), System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
	}

	/** The time that all of them share. */
	final class Budget {

		private final ConditionCompiler compiler;

		private final long until;

		private Budget(ConditionCompiler compiler, long until) {
			this.compiler = compiler;
			this.until = until;
		}

		/**
		 * The size now; null where it was not counted in time, or the condition is
		 * broken.
		 */
		@Nullable Long size(Audience audience) {
			if (System.nanoTime() > this.until) {
				return null;
			}
			if (audience.isList()) {
				return (long) AudienceSizes.this.members.count(audience.id());
			}
			try {
				return AudienceSizes.this.matching.count(1, this.compiler.compile(audience.definition()), "1 = 1");
			}
			catch (InvalidConditionException | DataAccessException ex) {
				return null;
			}
		}

	}

}
