package dev.sayso.condition;

import java.time.LocalDate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.DayPredicate.Days;

/**
 * Days counted from today, worked out once for all who have the same day: people are
 * asked one after the other, and nearly all of them do.
 */
final class LastDays implements Function<LocalDate, Days> {

	private final Function<LocalDate, Days> days;

	private volatile @Nullable Known known;

	LastDays(Function<LocalDate, Days> days) {
		this.days = days;
	}

	/** What was worked out last. */
	private record Known(LocalDate today, Days days) {

	}

	@Override
	public Days apply(LocalDate today) {
		Known last = this.known;
		if (last == null || !last.today().equals(today)) {
			last = new Known(today, this.days.apply(today));
			this.known = last;
		}
		return last.days();
	}

}
