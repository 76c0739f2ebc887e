package dev.sayso.audience;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.TimedQueries;

/**
 * Counts many audiences within a second or two, so that lists of audiences never wait for
 * a slow one.
 */
@Component
class AudienceSizes {

	private final TimedQueries queries;

	private final ConditionCompiler conditions;

	private final FixedListMembers members;

	private final Clock clock;

	private final TimeFormat times;

	AudienceSizes(TimedQueries queries, ConditionCompiler conditions, FixedListMembers members, Clock clock,
			TimeFormat times) {
		this.queries = queries;
		this.conditions = conditions;
		this.members = members;
		this.clock = clock;
		this.times = times;
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
				return count(this.compiler.compile(audience.definition()));
			}
			catch (InvalidConditionException | DataAccessException ex) {
				return null;
			}
		}

		private @Nullable Long count(CompiledCondition condition) {
			CompiledCondition.Where where = condition.where(AudienceSizes.this.clock.instant(),
					AudienceSizes.this.times.zone());
			return AudienceSizes.this.queries.ask(1,
					(store) -> store.sql("select count(*) from profile p where " + where.sql())
						.params(where.values())
						.query(Long.class)
						.single());
		}

	}

}
