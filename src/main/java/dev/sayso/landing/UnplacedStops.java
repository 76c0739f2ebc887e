package dev.sayso.landing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Attention;
import dev.sayso.shared.TimeFormat;

/**
 * Counts stops in one click whose link could not be read: a service for mail is told that
 * it is done, so whoever runs Sayso has to be told that it is not.
 */
@Component
public class UnplacedStops implements Attention {

	private static final int DAYS = 30;

	private final JdbcClient jdbc;

	private final TimeFormat times;

	private final Clock clock;

	UnplacedStops(JdbcClient jdbc, TimeFormat times, Clock clock) {
		this.jdbc = jdbc;
		this.times = times;
		this.clock = clock;
	}

	public void count() {
		LocalDate today = today();
		this.jdbc.sql("insert into unplaced_stop (on_day, stops) values (?, 0) on conflict do nothing")
			.param(today)
			.update();
		this.jdbc.sql("update unplaced_stop set stops = stops + 1 where on_day = ?").param(today).update();
	}

	@Override
	public List<Item> items() {
		long stops = this.jdbc.sql("select coalesce(sum(stops), 0) from unplaced_stop where on_day > ?")
			.param(today().minusDays(DAYS))
			.query(Long.class)
			.single();
		return (stops == 0) ? List.of()
				: List.of(new Item("stops.unplaced", "stops.unplaced.text", stops, "/landing-pages", List.of(stops)));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.times.zone());
	}

}
