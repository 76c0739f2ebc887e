package dev.sayso.condition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of days counted from today.
 *
 * @param amount 0 to 3650
 */
public record Period(int amount, Unit unit) {

	static final int LONGEST = 3650;

	public enum Unit {

		DAYS(ChronoUnit.DAYS), WEEKS(ChronoUnit.WEEKS), MONTHS(ChronoUnit.MONTHS), YEARS(ChronoUnit.YEARS);

		private final ChronoUnit unit;

		Unit(ChronoUnit unit) {
			this.unit = unit;
		}

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		public static Optional<Unit> of(String key) {
			return Stream.of(values()).filter((unit) -> unit.key().equals(key)).findFirst();
		}

	}

	LocalDate before(LocalDate day) {
		return day.minus(this.amount, this.unit.unit);
	}

	LocalDate after(LocalDate day) {
		return day.plus(this.amount, this.unit.unit);
	}

}
