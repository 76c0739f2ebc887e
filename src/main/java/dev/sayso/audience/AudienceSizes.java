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
 * Sizes of many audiences at once, as far as they are counted within a second or two: a
 * list has to be there, whatever is in it.
 */
@Component
class AudienceSizes {

	private final TimedQueries questions;

	private final ConditionCompiler conditions;

	private final FixedListMembers members;

	private final Clock clock;

	private final TimeFormat times;

	AudienceSizes(TimedQueries questions, ConditionCompiler conditions, FixedListMembers members, Clock clock,
			TimeFormat times) {
		this.questions = questions;
		this.conditions = conditions;
		this.members = members;
		this.clock = clock;
		this.times = times;
	}

	Budget begin() {
		return new Budget(this.conditions.now(), System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
	}

	/** The time there is for all of them. */
	final class Budget {

		private final ConditionCompiler asked;

		private final long until;

		private Budget(ConditionCompiler asked, long until) {
			this.asked = asked;
			this.until = until;
		}

		/**
		 * How many people are in it now; null where that was not counted in time, or
		 * cannot be asked.
		 */
		@Nullable Long size(Audience audience) {
			if (System.nanoTime() > this.until) {
				return null;
			}
			if (audience.isList()) {
				return (long) AudienceSizes.this.members.count(audience.id());
			}
			try {
				return count(this.asked.compile(audience.meant()));
			}
			catch (InvalidConditionException | DataAccessException ex) {
				return null;
			}
		}

		private @Nullable Long count(CompiledCondition condition) {
			CompiledCondition.Where where = condition.where(AudienceSizes.this.clock.instant(),
					AudienceSizes.this.times.zone());
			return AudienceSizes.this.questions.ask(1,
					(store) -> store.sql("select count(*) from profile p where " + where.sql())
						.params(where.values())
						.query(Long.class)
						.single());
		}

	}

}
