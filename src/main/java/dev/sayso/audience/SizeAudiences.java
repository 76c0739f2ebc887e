package dev.sayso.audience;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.BadCondition;
import dev.sayso.condition.Compiled;
import dev.sayso.condition.Conditions;
import dev.sayso.shared.Moments;
import dev.sayso.shared.Questions;
import dev.sayso.shared.Times;

/**
 * Sizes of many audiences at once, as far as they are counted within a second or two: a
 * list has to be there, whatever is in it.
 */
@Component
class SizeAudiences {

	private final Questions questions;

	private final Conditions conditions;

	private final ListMembers members;

	private final Moments moments;

	private final Times times;

	SizeAudiences(Questions questions, Conditions conditions, ListMembers members, Moments moments, Times times) {
		this.questions = questions;
		this.conditions = conditions;
		this.members = members;
		this.moments = moments;
		this.times = times;
	}

	Budget begin() {
		return new Budget(this.conditions.now(), System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
	}

	/** The time there is for all of them. */
	final class Budget {

		private final Conditions asked;

		private final long until;

		private Budget(Conditions asked, long until) {
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
				return (long) SizeAudiences.this.members.count(audience.id());
			}
			try {
				return count(this.asked.compile(audience.meant()));
			}
			catch (BadCondition | DataAccessException ex) {
				return null;
			}
		}

		private @Nullable Long count(Compiled condition) {
			Compiled.Where where = condition.where(SizeAudiences.this.moments.now(), SizeAudiences.this.times.zone());
			return SizeAudiences.this.questions.ask(1,
					(store) -> store.sql("select count(*) from profile p where " + where.sql())
						.params(where.values())
						.query(Long.class)
						.single());
		}

	}

}
