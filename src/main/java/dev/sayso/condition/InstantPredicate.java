package dev.sayso.condition;

import java.time.Instant;
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
 * Within some days where the person lives. Nearly all instants are within the days in
 * every zone or in none, which an index tells; the rest is looked at by zone.
 */
record InstantPredicate(DayPredicate days) implements ValuePredicate {

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

		String sql(String column, SqlBindings values) {
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

	@Override
	public boolean holds(Object value, PersonFacts person) {
		return Bounds.of(this.days.of(person), person.zone()).include((Instant) value);
	}

	@Override
	public String sql(FactColumn column, EvaluationTime moment, SqlBindings values) {
		Function<ZoneId, Bounds> bounds = bounds(moment);
		Collection<Bounds> all = moment.byZone(bounds).keySet();
		String one = column.key();
		return "(" + Bounds.of(all, false).sql(one, values) + " and (" + Bounds.of(all, true).sql(one, values) + " or "
				+ moment.sql(bounds, (bound) -> bound.sql(one, values), values) + "))";
	}

	@Override
	public boolean isPersonal() {
		return true;
	}

	@Override
	public String rough(FactColumn column, EvaluationTime moment, SqlBindings values) {
		return Bounds.of(moment.byZone(bounds(moment)).keySet(), false).sql(column.key(), values);
	}

	private Function<ZoneId, Bounds> bounds(EvaluationTime moment) {
		return (zone) -> Bounds.of(this.days.days().apply(moment.today(zone)), zone);
	}

}
