package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.TextNormalizer;

final class PredicateFactory {

	static final int MOST = 1000;

	private final Fact fact;

	private final Condition.Comparison comparison;

	private PredicateFactory(Fact fact, Condition.Comparison comparison) {
		this.fact = fact;
		this.comparison = comparison;
	}

	static ValuePredicate of(Fact fact, Condition.Comparison comparison) {
		return new PredicateFactory(fact, comparison).create();
	}

	private ValuePredicate create() {
		int given = this.comparison.values().size();
		boolean fits = switch (this.comparison.operator().shape()) {
			case NONE -> given == 0;
			case ONE, PERIOD -> given == 1;
			case TWO -> given == 2;
			case SOME -> given >= 1 && given <= MOST;
		};
		if (!fits) {
			throw new ValueException(-1, (given == 0) ? "missing" : (given > MOST) ? "many" : "count", MOST);
		}
		Operator operator = this.comparison.operator().affirmed();
		if (operator == Operator.IS_SET) {
			return new ValuePredicate.Known();
		}
		return switch (this.fact.type()) {
			case TEXT, CODE -> text(operator);
			case NUMBER -> new ValuePredicate.Ordered(operator, numbers(operator));
			case BOOLEAN -> new ValuePredicate.Truth(each(this::truth).get(0));
			case DATE -> days(operator);
			case INSTANT -> new DayPredicate.OfInstant((DayPredicate) days(operator));
		};
	}

	private ValuePredicate text(Operator operator) {
		boolean exactly = this.comparison.exactly();
		UnaryOperator<String> key = exactly ? TextNormalizer::composed
				: (this.fact.kept() != null) ? UnaryOperator.identity() : this.fact.key();
		Set<String> expected = new LinkedHashSet<>(each(this::textAt));
		return switch (operator) {
			case IS, IS_ONE_OF -> new ValuePredicate.Same(Set.copyOf(expected), exactly, key);
			default -> new ValuePredicate.Part(operator, expected.iterator().next(), exactly, key);
		};
	}

	private List<BigDecimal> numbers(Operator operator) {
		List<BigDecimal> numbers = each(this::number);
		if (operator == Operator.BETWEEN && numbers.get(0).compareTo(numbers.get(1)) > 0) {
			throw new ValueException(-1, "order", null);
		}
		return numbers;
	}

	private ValuePredicate days(Operator operator) {
		return switch (operator) {
			case IS -> DayPredicate.of(day(0), day(0));
			case BEFORE -> DayPredicate.of(null, day(0).minusDays(1));
			case AFTER -> DayPredicate.of(day(0).plusDays(1), null);
			case BETWEEN -> dayRange(day(0), day(1));
			case ANNIVERSARY_TODAY -> new Anniversary((today) -> Season.of(today, today));
			case ANNIVERSARY_THIS_MONTH -> new Anniversary(
					(today) -> Season.of(today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth())));
			case ANNIVERSARY_IN_NEXT -> upcomingAnniversary(period());
			case IN_LAST -> relativeDays((today, period) -> new DayPredicate.Days(period.before(today), today));
			case IN_NEXT -> relativeDays((today, period) -> new DayPredicate.Days(today, period.after(today)));
			default -> relativeDays((today, period) -> new DayPredicate.Days(null, period.before(today).minusDays(1)));
		};
	}

	private static ValuePredicate dayRange(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			throw new ValueException(-1, "order", null);
		}
		return DayPredicate.of(from, to);
	}

	private ValuePredicate relativeDays(BiFunction<LocalDate, Period, DayPredicate.Days> days) {
		Period period = period();
		return DayPredicate.relative((today) -> days.apply(today, period));
	}

	private static ValuePredicate upcomingAnniversary(Period period) {
		if (period.after(LocalDate.EPOCH).toEpochDay() > 364) {
			throw new ValueException(0, "period.year", null);
		}
		return new Anniversary((today) -> Season.of(today, period.after(today)));
	}

	private <T> List<T> each(IntFunction<T> reader) {
		return IntStream.range(0, this.comparison.values().size()).mapToObj(reader).toList();
	}

	private String textAt(int place) {
		if (!(this.comparison.values().get(place) instanceof String text)) {
			throw new ValueException(place, "text", null);
		}
		if (text.length() > 1000 || !this.comparison.exactly() && text.length() > 200) {
			throw new ValueException(place, "long", null);
		}
		if (text.codePoints().anyMatch((point) -> point < ' ' || point == 127 || point >= 0xD800 && point <= 0xDFFF)) {
			throw new ValueException(place, "control", null);
		}
		if (this.fact.closed()
				&& this.fact.options().apply(Locale.ENGLISH).stream().noneMatch((o) -> o.value().equals(text))) {
			throw new ValueException(place, "option", text);
		}
		String normalized = this.comparison.exactly() ? TextNormalizer.composed(text) : this.fact.key().apply(text);
		if (normalized.isEmpty()) {
			throw new ValueException(place, "missing", null);
		}
		return normalized;
	}

	private BigDecimal number(int place) {
		if (this.comparison.values().get(place) instanceof BigDecimal number
				&& number.abs().compareTo(BigDecimal.TEN.pow(27)) < 0 && number.stripTrailingZeros().scale() <= 10) {
			return number.stripTrailingZeros();
		}
		throw new ValueException(place, "number", null);
	}

	private boolean truth(int place) {
		if (this.comparison.values().get(place) instanceof Boolean truth) {
			return truth;
		}
		throw new ValueException(place, "boolean", null);
	}

	private LocalDate day(int place) {
		try {
			if (this.comparison.values().get(place) instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d")
					&& !text.startsWith("0000")) {
				return LocalDate.parse(text);
			}
		}
		catch (DateTimeException ex) {
			// a day that no month has is no date
		}
		throw new ValueException(place, "date", null);
	}

	private Period period() {
		if (this.comparison.values().get(0) instanceof Period period && period.amount() >= 0
				&& period.amount() <= Period.LONGEST) {
			return period;
		}
		throw new ValueException(0, "period", Period.LONGEST);
	}

	/**
	 * A day that comes back every year, from one day of the year to another. Somebody
	 * born on the 29th of February has it on the 28th in other years.
	 */
	private record Anniversary(Function<LocalDate, Season> season) implements ValuePredicate {

		@Override
		public boolean holds(Object value, PersonFacts person) {
			return this.season.apply(person.today()).includes(Season.monthDay((LocalDate) value));
		}

		@Override
		public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
			String monthDay = "(extract(month from " + column.key() + ") * 100 + extract(day from " + column.key()
					+ "))";
			return time.sql((zone) -> this.season.apply(time.today(zone)), (season) -> season.sql(monthDay, bindings),
					bindings);
		}

	}

	/**
	 * Part of a year, as month times 100 plus day; it may go over the end of the year.
	 */
	private record Season(int from, int to) {

		static Season of(LocalDate first, LocalDate last) {
			int to = monthDay(last);
			return new Season(monthDay(first), (to == 228 && !last.isLeapYear()) ? 229 : to);
		}

		boolean includes(int monthDay) {
			return (this.from <= this.to) ? this.from <= monthDay && monthDay <= this.to
					: monthDay >= this.from || monthDay <= this.to;
		}

		String sql(String monthDay, SqlBindings bindings) {
			return "(" + monthDay + " >= " + bindings.bind(this.from) + ((this.from <= this.to) ? " and " : " or ")
					+ monthDay + " <= " + bindings.bind(this.to) + ")";
		}

		private static int monthDay(LocalDate day) {
			return day.getMonthValue() * 100 + day.getDayOfMonth();
		}

	}

	/** A value that does not fit; the number is its place, -1 for all of them. */
	static final class ValueException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final int place;

		private final transient @Nullable Object detail;

		ValueException(int place, String code, @Nullable Object detail) {
			super(code, null, false, false);
			this.place = place;
			this.detail = detail;
		}

		ConditionFault at(String pointer, boolean many) {
			String value = pointer + "/value";
			return new ConditionFault((many && this.place >= 0) ? value + "/" + this.place : value,
					String.valueOf(getMessage()), this.detail);
		}

	}

}
