package dev.sayso.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.home.OptOutCounts.Count;
import dev.sayso.shared.Attention;
import dev.sayso.shared.TimeFormat;

/**
 * Notices a day of the last week on which far more people opted out than usual: something
 * that was sent, or a scanner that opens every link.
 */
@Component
class OptOutBursts implements Attention {

	private static final int LOOK_BACK = 30;

	private static final int RECENT = 7;

	/** A day below this is no burst, however quiet the others were. */
	private static final long LEAST = 20;

	private final OptOutCounts optOuts;

	private final TimeFormat times;

	private final Clock clock;

	OptOutBursts(OptOutCounts optOuts, TimeFormat times, Clock clock) {
		this.optOuts = optOuts;
		this.times = times;
		this.clock = clock;
	}

	@Override
	public List<Item> items() {
		LocalDate today = this.clock.instant().atZone(this.times.zone()).toLocalDate();
		Map<LocalDate, Long> days = this.optOuts.since(today.minusDays(LOOK_BACK), this.times.zone())
			.stream()
			.collect(Collectors.groupingBy(Count::day, TreeMap::new, Collectors.summingLong(Count::count)));
		long usual = days.values().stream().sorted().skip(days.size() / 2).findFirst().orElse(0L);
		return days.entrySet()
			.stream()
			.filter((day) -> day.getKey().isAfter(today.minusDays(RECENT)))
			.filter((day) -> day.getValue() >= Math.max(LEAST, 3 * usual))
			.map((day) -> new Item("home.burst", "home.burst.detail", day.getValue(), "/profiles?sort=changed",
					List.of(this.times.day(day.getKey()))))
			.toList();
	}

}
