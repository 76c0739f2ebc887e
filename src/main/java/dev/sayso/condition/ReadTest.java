package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Makes the test of a comparison out of the values it came with, or says what is wrong
 * with them.
 */
final class ReadTest {

	/** The most values a comparison may have. */
	static final int MOST = 1000;

	private final Fact fact;

	private final Condition.Comparison comparison;

	private ReadTest(Fact fact, Condition.Comparison comparison) {
		this.fact = fact;
		this.comparison = comparison;
	}

	/** A value that does not fit; the number is its place, -1 for all of them. */
	static final class Misfit extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final int place;

		private final transient @Nullable Object detail;

		Misfit(int place, String code, @Nullable Object detail) {
			super(code, null, false, false);
			this.place = place;
			this.detail = detail;
		}

		Fault at(String pointer, boolean many) {
			String value = pointer + "/value";
			return new Fault((many && this.place >= 0) ? value + "/" + this.place : value, String.valueOf(getMessage()),
					this.detail);
		}

	}

	/**
	 * The test of the operator, or of the one it negates.
	 * @throws Misfit for the first value that does not fit
	 */
	static Test of(Fact fact, Condition.Comparison comparison) {
		return new ReadTest(fact, comparison).read();
	}

	private Test read() {
		int given = this.comparison.values().size();
		boolean fits = switch (this.comparison.operator().shape()) {
			case NONE -> given == 0;
			case ONE, PERIOD -> given == 1;
			case TWO -> given == 2;
			case SOME -> given >= 1 && given <= MOST;
		};
		if (!fits) {
			throw new Misfit(-1, (given == 0) ? "missing" : (given > MOST) ? "many" : "count", MOST);
		}
		Operator operator = this.comparison.operator().affirmed();
		if (operator == Operator.IS_SET) {
			return new Test.Known();
		}
		return switch (this.fact.type()) {
			case TEXT, CODE -> text(operator);
			case NUMBER -> new Test.Number(operator, each(this::number));
			case BOOLEAN -> new Test.Truth(each(this::truth).get(0));
			case DATE -> day(operator);
			case INSTANT -> ((DayTest) day(operator)).ofInstants();
		};
	}

	private Test text(Operator operator) {
		boolean exactly = this.comparison.exactly();
		Set<String> wanted = new LinkedHashSet<>(each(this::text));
		return switch (operator) {
			case IS, IS_ONE_OF -> new Test.Same(Set.copyOf(wanted), exactly, this.fact.key());
			default -> new Test.Part(operator, wanted.iterator().next(), exactly, this.fact.key());
		};
	}

	private Test day(Operator operator) {
		return switch (operator) {
			case IS -> DayTest.of(day(0), day(0));
			case BEFORE -> DayTest.of(null, day(0).minusDays(1));
			case AFTER -> DayTest.of(day(0).plusDays(1), null);
			case BETWEEN -> DayTest.of(day(0), day(1));
			case ANNIVERSARY_TODAY -> new Anniversary((today) -> Anniversary.Season.of(today, today));
			case ANNIVERSARY_THIS_MONTH -> new Anniversary((today) -> Anniversary.Season.of(today.withDayOfMonth(1),
					today.with(TemporalAdjusters.lastDayOfMonth())));
			case ANNIVERSARY_IN_NEXT -> comingUp(period());
			case IN_LAST -> counted((today, period) -> new DayTest.Days(period.before(today), today));
			case IN_NEXT -> counted((today, period) -> new DayTest.Days(today, period.after(today)));
			default -> counted((today, period) -> new DayTest.Days(null, period.before(today).minusDays(1)));
		};
	}

	private Test counted(java.util.function.BiFunction<LocalDate, Period, DayTest.Days> days) {
		Period period = period();
		return DayTest.relative((today) -> days.apply(today, period));
	}

	private static Test comingUp(Period period) {
		if (period.after(LocalDate.EPOCH).toEpochDay() > 364) {
			throw new Misfit(0, "period.year", null);
		}
		return new Anniversary((today) -> Anniversary.Season.of(today, period.after(today)));
	}

	private <T> List<T> each(Function<Integer, T> reader) {
		return java.util.stream.IntStream.range(0, this.comparison.values().size()).boxed().map(reader).toList();
	}

	private String text(int place) {
		if (!(this.comparison.values().get(place) instanceof String text)) {
			throw new Misfit(place, "text", null);
		}
		if (text.length() > 1000 || !this.comparison.exactly() && text.length() > 200) {
			throw new Misfit(place, "long", null);
		}
		if (text.codePoints().anyMatch((one) -> one < ' ' || one == 127 || one >= 0xD800 && one <= 0xDFFF)) {
			throw new Misfit(place, "control", null);
		}
		if (this.fact.closed()
				&& this.fact.options().apply(Locale.ENGLISH).stream().noneMatch((o) -> o.value().equals(text))) {
			throw new Misfit(place, "option", text);
		}
		String wanted = this.comparison.exactly() ? text : this.fact.key().apply(text);
		if (wanted.isEmpty()) {
			throw new Misfit(place, "missing", null);
		}
		return wanted;
	}

	private BigDecimal number(int place) {
		if (this.comparison.values().get(place) instanceof BigDecimal number
				&& number.abs().compareTo(BigDecimal.TEN.pow(27)) < 0 && number.stripTrailingZeros().scale() <= 10) {
			return number;
		}
		throw new Misfit(place, "number", null);
	}

	private boolean truth(int place) {
		if (this.comparison.values().get(place) instanceof Boolean truth) {
			return truth;
		}
		throw new Misfit(place, "boolean", null);
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
		throw new Misfit(place, "date", null);
	}

	private Period period() {
		if (this.comparison.values().get(0) instanceof Period period && period.amount() >= 0
				&& period.amount() <= Period.LONGEST) {
			return period;
		}
		throw new Misfit(0, "period", Period.LONGEST);
	}

}
