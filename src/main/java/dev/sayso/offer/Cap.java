package dev.sayso.offer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * How often something may happen to an offer.
 *
 * @param each whether for each person by themself, or for all together
 * @param limit how often, at least once
 */
public record Cap(Event event, boolean each, int limit, Period period) {

	public static final int MOST = 10;

	public enum Event {

		DECISION, DISPLAY, CLICK;

		/** The name in forms, in the API, in messages and in the store. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** For how long a count goes on; days begin in the deployment's zone. */
	public enum Period {

		DAY, WEEK, MONTH, EVER;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** The first day of the count that goes on; weeks begin on Monday (ISO 8601). */
		public LocalDate since(LocalDate today) {
			return switch (this) {
				case DAY -> today;
				case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
				case MONTH -> today.withDayOfMonth(1);
				case EVER -> LocalDate.EPOCH;
			};
		}

	}

	/** Names its counter: a changed limit goes on counting. */
	public String key() {
		return this.event.key() + "." + (this.each ? "each" : "all") + "." + this.period.key();
	}

}
