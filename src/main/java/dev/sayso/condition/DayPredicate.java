package dev.sayso.condition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

record DayPredicate(boolean relative, Function<LocalDate, Days> days) implements ValuePredicate {

	/** From a day to another, both included; null leaves a side open. */
	record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

		boolean include(LocalDate day) {
			return (this.from == null || !day.isBefore(this.from)) && (this.to == null || !day.isAfter(this.to));
		}

		static Days all(Collection<Days> some) {
			return new Days(
					some.stream().map(Days::from).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null),
					some.stream().map(Days::to).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null));
		}

	}

	static DayPredicate of(@Nullable LocalDate from, @Nullable LocalDate to) {
		Days days = new Days(from, to);
		return new DayPredicate(false, (today) -> days);
	}

	/** Days that depend on what day it is for the person. */
	static DayPredicate relative(Function<LocalDate, Days> days) {
		return new DayPredicate(true, new DaysOfToday(days));
	}

	@Override
	public boolean holds(Object value, PersonFacts person) {
		return evaluate(person).include((LocalDate) value);
	}

	Days evaluate(PersonFacts person) {
		return this.days.apply(this.relative ? person.today() : LocalDate.EPOCH);
	}

	@Override
	public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
		return time.sql((zone) -> this.days.apply(time.today(zone)), (days) -> within(column.key(), days, bindings),
				bindings);
	}

	@Override
	public boolean isPersonal() {
		return this.relative;
	}

	@Override
	public String rough(FactColumn column, EvaluationTime time, SqlBindings bindings) {
		return within(column.key(), Days.all(time.byZone((zone) -> this.days.apply(time.today(zone))).keySet()),
				bindings);
	}

	private static String within(String column, Days days, SqlBindings bindings) {
		List<String> both = new ArrayList<>();
		if (days.from() != null) {
			both.add(column + " >= " + bindings.bind(days.from()));
		}
		if (days.to() != null) {
			both.add(column + " <= " + bindings.bind(days.to()));
		}
		return "(" + String.join(" and ", both) + ")";
	}

	/**
	 * Days counted from today, worked out once for all who have the same day: people are
	 * asked one after the other, and nearly all of them do.
	 */
	private static final class DaysOfToday implements Function<LocalDate, Days> {

		private final Function<LocalDate, Days> days;

		private volatile @Nullable Evaluated latest;

		DaysOfToday(Function<LocalDate, Days> days) {
			this.days = days;
		}

		private record Evaluated(LocalDate today, Days days) {

		}

		@Override
		public Days apply(LocalDate today) {
			Evaluated last = this.latest;
			if (last == null || !last.today().equals(today)) {
				last = new Evaluated(today, this.days.apply(today));
				this.latest = last;
			}
			return last.days();
		}

	}

}
