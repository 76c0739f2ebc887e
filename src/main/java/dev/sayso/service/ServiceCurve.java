package dev.sayso.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.LineChart;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.TimeFormat;

/**
 * Who joined and who left a service in the last weeks, out of the ledger.
 */
@Component
class ServiceCurve {

	static final int WEEKS = 13;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TimeFormat times;

	ServiceCurve(JdbcClient jdbc, Clock clock, TimeFormat times) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * What happened in one week.
	 *
	 * @param first its first day
	 */
	record Week(LocalDate first, long joined, long unsubscribed, long ended) {

		public long left() {
			return this.unsubscribed + this.ended;
		}

		Week and(long in, long out, long over) {
			return new Week(this.first, this.joined + in, this.unsubscribed + out, this.ended + over);
		}

	}

	/**
	 * The last weeks, with their sums.
	 *
	 * @param then how many were subscribed before the first
	 */
	record View(List<Week> weeks, LineChart chart, Week sum, long then, long now) {

		public boolean isEmpty() {
			return this.sum.joined() + this.sum.left() == 0;
		}

	}

	View draw(Service service, long subscribed) {
		ZoneId zone = this.times.zone();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		LocalDate first = today.minusDays(7L * WEEKS - 1);
		List<Week> weeks = read(service, first, zone);
		Week sum = weeks.stream()
			.reduce(new Week(first, 0, 0, 0), (all, week) -> all.and(week.joined(), week.unsubscribed(), week.ended()));
		Locale locale = LocaleContextHolder.getLocale();
		LineChart chart = LineChart.draw(
				List.of(series("subscription.joined", weeks, Week::joined),
						series("subscription.left", weeks, Week::left)),
				first, WEEKS,
				(day) -> LocalizedDate.brief(first.plusWeeks(ChronoUnit.DAYS.between(first, day)), locale));
		return new View(weeks, chart, sum, Math.max(0, subscribed - sum.joined() + sum.left()), subscribed);
	}

	private static LineChart.Series series(String label, List<Week> weeks, ToLongFunction<Week> value) {
		return new LineChart.Series(label, weeks.stream().mapToLong(value).toArray());
	}

	/**
	 * The stores do not agree on the day of a moment in a zone, so they count by the
	 * quarter of an hour, in which every day of every zone begins.
	 */
	private List<Week> read(Service service, LocalDate first, ZoneId zone) {
		Week[] weeks = IntStream.range(0, WEEKS)
			.mapToObj((week) -> new Week(first.plusWeeks(week), 0, 0, 0))
			.toArray(Week[]::new);
		this.jdbc.sql("""
				select quarter, came, went, over, count(*) as people
				from (
					select cast(floor(extract(epoch from at) / 900) as bigint) as quarter,
						case when after_choice = 'subscribed' then 1 else 0 end as came,
						case when before_choice = 'subscribed' then 1 else 0 end as went,
						case when after_choice = 'ended' then 1 else 0 end as over
					from ledger_entry
					where at >= :from and purpose = :purpose
				) change
				where came <> went
				group by quarter, came, went, over""")
			.param("from", first.atStartOfDay(zone).toOffsetDateTime())
			.param("purpose", service.purpose())
			.query((row) -> {
				LocalDate day = Instant.ofEpochSecond(row.getLong("quarter") * 900).atZone(zone).toLocalDate();
				int week = (int) Math.min(WEEKS - 1, ChronoUnit.WEEKS.between(first, day));
				long people = row.getLong("people");
				boolean came = row.getInt("came") == 1;
				boolean over = row.getInt("over") == 1;
				weeks[week] = weeks[week].and(came ? people : 0, (!came && !over) ? people : 0,
						(!came && over) ? people : 0);
			});
		return List.of(weeks);
	}

}
