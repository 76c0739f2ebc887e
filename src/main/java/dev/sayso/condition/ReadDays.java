package dev.sayso.condition;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.BiFunction;

/**
 * Makes the test of a comparison of days.
 */
record ReadDays(TypedValues values) {

	ValuePredicate of(Operator operator) {
		return switch (operator) {
			case IS -> DayPredicate.of(this.values.day(0), this.values.day(0));
			case BEFORE -> DayPredicate.of(null, this.values.day(0).minusDays(1));
			case AFTER -> DayPredicate.of(this.values.day(0).plusDays(1), null);
			case BETWEEN -> between(this.values.day(0), this.values.day(1));
			case ANNIVERSARY_TODAY -> new AnniversaryPredicate((today) -> AnniversaryPredicate.Season.of(today, today));
			case ANNIVERSARY_THIS_MONTH -> new AnniversaryPredicate((today) -> AnniversaryPredicate.Season
				.of(today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth())));
			case ANNIVERSARY_IN_NEXT -> comingUp(this.values.period());
			case IN_LAST -> counted((today, period) -> new DayPredicate.Days(period.before(today), today));
			case IN_NEXT -> counted((today, period) -> new DayPredicate.Days(today, period.after(today)));
			default -> counted((today, period) -> new DayPredicate.Days(null, period.before(today).minusDays(1)));
		};
	}

	private static ValuePredicate between(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			throw new ValueException(-1, "order", null);
		}
		return DayPredicate.of(from, to);
	}

	private ValuePredicate counted(BiFunction<LocalDate, Period, DayPredicate.Days> days) {
		Period period = this.values.period();
		return DayPredicate.relative((today) -> days.apply(today, period));
	}

	private static ValuePredicate comingUp(Period period) {
		if (period.after(LocalDate.EPOCH).toEpochDay() > 364) {
			throw new ValueException(0, "period.year", null);
		}
		return new AnniversaryPredicate((today) -> AnniversaryPredicate.Season.of(today, period.after(today)));
	}

}
