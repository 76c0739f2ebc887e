package dev.sayso.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

	/**
	 * Within some days where the person lives. Nearly all instants are within the days in
	 * every zone or in none, which an index tells; the rest is looked at by zone.
	 */
	record OfInstant(DayPredicate days) implements ValuePredicate {

		/** From the beginning of the first day to before the end of the last. */
		record Bounds(@Nullable Instant from, @Nullable Instant until) {

			static Bounds of(DayPredicate.Days days, ZoneId zone) {
				return new Bounds((days.from() != null) ? days.from().atStartOfDay(zone).toInstant() : null,
						(days.to() != null) ? days.to().plusDays(1).atStartOfDay(zone).toInstant() : null);
			}

			boolean include(Instant instant) {
				return (this.from == null || !instant.isBefore(this.from))
						&& (this.until == null || instant.isBefore(this.until));
			}

			String sql(String column, SqlBindings bindings) {
				List<String> both = new ArrayList<>();
				if (this.from != null) {
					both.add(column + " >= " + bindings.bind(this.from.atOffset(ZoneOffset.UTC)));
				}
				if (this.until != null) {
					both.add(column + " < " + bindings.bind(this.until.atOffset(ZoneOffset.UTC)));
				}
				return "(" + String.join(" and ", both) + ")";
			}

			static Bounds of(Collection<Bounds> some, boolean all) {
				Comparator<Instant> order = Comparator.naturalOrder();
				Comparator<Instant> outwards = all ? order.reversed() : order;
				return new Bounds(some.stream().map(Bounds::from).filter(Objects::nonNull).min(outwards).orElse(null),
						some.stream().map(Bounds::until).filter(Objects::nonNull).max(outwards).orElse(null));
			}

		}

		@Override
		public boolean holds(Object value, PersonFacts person) {
			return Bounds.of(this.days.evaluate(person), person.zone()).include((Instant) value);
		}

		@Override
		public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
			Function<ZoneId, Bounds> bounds = bounds(time);
			Collection<Bounds> all = time.byZone(bounds).keySet();
			String key = column.key();
			return "(" + Bounds.of(all, false).sql(key, bindings) + " and (" + Bounds.of(all, true).sql(key, bindings)
					+ " or " + time.sql(bounds, (bound) -> bound.sql(key, bindings), bindings) + "))";
		}

		@Override
		public boolean isPersonal() {
			return true;
		}

		@Override
		public String rough(FactColumn column, EvaluationTime time, SqlBindings bindings) {
			return Bounds.of(time.byZone(bounds(time)).keySet(), false).sql(column.key(), bindings);
		}

		private Function<ZoneId, Bounds> bounds(EvaluationTime time) {
			return (zone) -> Bounds.of(this.days.days().apply(time.today(zone)), zone);
		}

	}

}
