package dev.sayso.condition;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.BiFunction;

/**
 * Makes the test of a comparison of days.
 */
record ReadDays(TypedValues values) {

	Test of(Operator operator) {
		return switch (operator) {
			case IS -> DayTest.of(this.values.day(0), this.values.day(0));
			case BEFORE -> DayTest.of(null, this.values.day(0).minusDays(1));
			case AFTER -> DayTest.of(this.values.day(0).plusDays(1), null);
			case BETWEEN -> between(this.values.day(0), this.values.day(1));
			case ANNIVERSARY_TODAY -> new Anniversary((today) -> Anniversary.Season.of(today, today));
			case ANNIVERSARY_THIS_MONTH -> new Anniversary((today) -> Anniversary.Season.of(today.withDayOfMonth(1),
					today.with(TemporalAdjusters.lastDayOfMonth())));
			case ANNIVERSARY_IN_NEXT -> comingUp(this.values.period());
			case IN_LAST -> counted((today, period) -> new DayTest.Days(period.before(today), today));
			case IN_NEXT -> counted((today, period) -> new DayTest.Days(today, period.after(today)));
			default -> counted((today, period) -> new DayTest.Days(null, period.before(today).minusDays(1)));
		};
	}

	private static Test between(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			throw new Misfit(-1, "order", null);
		}
		return DayTest.of(from, to);
	}

	private Test counted(BiFunction<LocalDate, Period, DayTest.Days> days) {
		Period period = this.values.period();
		return DayTest.relative((today) -> days.apply(today, period));
	}

	private static Test comingUp(Period period) {
		if (period.after(LocalDate.EPOCH).toEpochDay() > 364) {
			throw new Misfit(0, "period.year", null);
		}
		return new Anniversary((today) -> Anniversary.Season.of(today, period.after(today)));
	}

}
