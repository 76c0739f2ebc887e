package dev.sayso.condition;

import java.time.LocalDate;
import java.util.function.Function;

/**
 * A day that comes back every year, from one day of the year to another. Somebody born on
 * the 29th of February has it on the 28th in other years.
 */
record AnniversaryPredicate(Function<LocalDate, Season> season) implements ValuePredicate {

	/**
	 * Part of a year, as month times 100 plus day; it may go over the end of the year.
	 */
	record Season(int from, int to) {

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

	}

	@Override
	public boolean holds(Object value, PersonFacts person) {
		return this.season.apply(person.today()).includes(monthDay((LocalDate) value));
	}

	@Override
	public String sql(FactColumn column, EvaluationTime time, SqlBindings bindings) {
		String monthDay = "(extract(month from " + column.key() + ") * 100 + extract(day from " + column.key() + "))";
		return time.sql((zone) -> this.season.apply(time.today(zone)), (season) -> season.sql(monthDay, bindings),
				bindings);
	}

	private static int monthDay(LocalDate day) {
		return day.getMonthValue() * 100 + day.getDayOfMonth();
	}

}
