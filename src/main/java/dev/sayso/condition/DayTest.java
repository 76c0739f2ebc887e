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

/**
 * Within some days, which may be counted from the person's own today. A day of an
 * {@link Instant} is the one that began last where the person lives.
 */
record DayTest(boolean relative, Function<LocalDate, Days> days) implements Test {

	/** From a day to another, both included; null leaves a side open. */
	record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

		boolean include(LocalDate day) {
			return (this.from == null || !day.isBefore(this.from)) && (this.to == null || !day.isAfter(this.to));
		}

		/**
		 * From the beginning of the first day to before the end of the last.
		 */
		Bounds in(ZoneId zone) {
			return new Bounds((this.from != null) ? this.from.atStartOfDay(zone).toInstant() : null,
					(this.to != null) ? this.to.plusDays(1).atStartOfDay(zone).toInstant() : null);
		}

	}

	/** The end excluded. */
	record Bounds(@Nullable Instant from, @Nullable Instant until) {

		boolean include(Instant instant) {
			return (this.from == null || !instant.isBefore(this.from))
					&& (this.until == null || instant.isBefore(this.until));
		}

		String sql(String column, Bindings values) {
			List<String> both = new ArrayList<>();
			if (this.from != null) {
				both.add(column + " >= " + values.bind(this.from.atOffset(ZoneOffset.UTC)));
			}
			if (this.until != null) {
				both.add(column + " < " + values.bind(this.until.atOffset(ZoneOffset.UTC)));
			}
			return "(" + String.join(" and ", both) + ")";
		}

		/**
		 * What is within any of some bounds, or with {@code all}, within each.
		 */
		static Bounds of(Collection<Bounds> some, boolean all) {
			Comparator<Instant> order = Comparator.naturalOrder();
			Comparator<Instant> outwards = all ? order.reversed() : order;
			return new Bounds(some.stream().map(Bounds::from).filter(Objects::nonNull).min(outwards).orElse(null),
					some.stream().map(Bounds::until).filter(Objects::nonNull).max(outwards).orElse(null));
		}

	}

	/** Days that are the same for everybody. */
	static DayTest of(@Nullable LocalDate from, @Nullable LocalDate to) {
		Days days = new Days(from, to);
		return new DayTest(false, (today) -> days);
	}

	/** Days that depend on what day it is for the person. */
	static DayTest relative(Function<LocalDate, Days> days) {
		return new DayTest(true, days);
	}

	@Override
	public boolean holds(Object value, Person person) {
		Days wanted = this.days.apply(this.relative ? person.today() : LocalDate.EPOCH);
		return (value instanceof LocalDate day) ? wanted.include(day)
				: wanted.in(person.zone()).include((Instant) value);
	}

	@Override
	public String sql(Column column, Moment moment, Bindings values) {
		return moment.sql((zone) -> this.days.apply(moment.today(zone)), (days) -> within(column.key(), days, values),
				values);
	}

	private static String within(String column, Days days, Bindings values) {
		List<String> both = new ArrayList<>();
		if (days.from() != null) {
			both.add(column + " >= " + values.bind(days.from()));
		}
		if (days.to() != null) {
			both.add(column + " <= " + values.bind(days.to()));
		}
		return "(" + String.join(" and ", both) + ")";
	}

	/**
	 * The same for a column of instants: nearly all are within the days in every zone or
	 * in none, which an index tells; the rest is looked at by zone.
	 */
	Test ofInstants() {
		return new Test() {

			@Override
			public boolean holds(Object value, Person person) {
				return DayTest.this.holds(value, person);
			}

			@Override
			public String sql(Column column, Moment moment, Bindings values) {
				Function<ZoneId, Bounds> bounds = (zone) -> DayTest.this.days.apply(moment.today(zone)).in(zone);
				Collection<Bounds> all = moment.byZone(bounds).keySet();
				String one = column.key();
				return "(" + Bounds.of(all, false).sql(one, values) + " and (" + Bounds.of(all, true).sql(one, values)
						+ " or " + moment.sql(bounds, (bound) -> bound.sql(one, values), values) + "))";
			}

		};
	}

}
