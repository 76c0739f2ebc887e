package dev.sayso.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.i18n.LocaleContextHolder;

import dev.sayso.home.OptOutCounts.Count;
import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.shared.LineChart;
import dev.sayso.shared.LineChart.Series;
import dev.sayso.shared.LocalizedDate;

/**
 * Who opted out, as the dashboard shows it: a line chart and a table of the same numbers.
 *
 * @param today in words
 */
record DashboardView(int span, String today, long all, LineChart chart, List<Row> rows) {

	private static final List<Origin> ORIGINS = List.of(Origin.SUBJECT, Origin.OPERATOR, Origin.IMPORT, Origin.API);

	public List<Origin> origins() {
		return ORIGINS;
	}

	/**
	 * @param label message key of its name
	 */
	record Row(String label, List<Cell> cells, Cell all) {

	}

	record Cell(long count, String href) {

	}

	static DashboardView of(int span, LocalDate today, List<Channel> inUse, List<Count> counts) {
		LocalDate first = today.minusDays(span - 1L);
		List<String> keys = new ArrayList<>(List.of("any"));
		inUse.stream().map(Channel::key).forEach(keys::add);
		List<Row> rows = keys.stream().map((key) -> row(key, counts)).toList();
		List<Series> series = keys.stream()
			.map((key) -> new Series("channel." + key, perDay(key, counts, first, span)))
			.toList();
		Locale locale = LocaleContextHolder.getLocale();
		return new DashboardView(span, LocalizedDate.withWeekday(today, locale),
				rows.stream().mapToLong((row) -> row.all().count()).sum(),
				LineChart.draw(series, first, span, (day) -> LocalizedDate.brief(day, locale)), rows);
	}

	private static Row row(String key, List<Count> counts) {
		List<Cell> cells = ORIGINS.stream()
			.map((origin) -> new Cell(sum(key, origin, counts), "/profiles?origin=" + key + ":" + origin.key()))
			.toList();
		String all = key.equals("any")
				? "/profiles?"
						+ String.join("&", ORIGINS.stream().map((origin) -> "origin=any:" + origin.key()).toList())
				: "/profiles?" + key + "=no";
		return new Row("channel." + key, cells, new Cell(cells.stream().mapToLong(Cell::count).sum(), all));
	}

	private static long sum(String key, Origin origin, List<Count> counts) {
		return counts.stream()
			.filter((count) -> count.purpose().equals("marketing." + key) && count.origin() == origin)
			.mapToLong(Count::count)
			.sum();
	}

	private static long[] perDay(String key, List<Count> counts, LocalDate first, int span) {
		long[] values = new long[span];
		counts.stream().filter((count) -> count.purpose().equals("marketing." + key)).forEach((count) -> {
			int day = (int) (count.day().toEpochDay() - first.toEpochDay());
			if (day >= 0 && day < span) {
				values[day] += count.count();
			}
		});
		return values;
	}

}
