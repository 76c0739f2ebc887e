package dev.sayso.landing.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageViews;
import dev.sayso.shared.Ids;
import dev.sayso.shared.TimeFormat;

/**
 * Counts what came of a page in the last days: how often it was opened, what was sent,
 * and what that changed.
 */
@Component
class PageResults {

	private static final Comparator<Cell> NEWEST_FIRST = Comparator.comparingInt(Cell::version)
		.reversed()
		.thenComparing(Cell::language);

	private final JdbcClient jdbc;

	private final PageViews views;

	private final TimeFormat times;

	private final Clock clock;

	PageResults(JdbcClient jdbc, PageViews views, TimeFormat times, Clock clock) {
		this.jdbc = jdbc;
		this.views = views;
		this.times = times;
		this.clock = clock;
	}

	/** What is counted apart: a day of one version in one language. */
	record Cell(LocalDate day, int version, String language) {

	}

	/**
	 * @param views how often it was opened
	 * @param submissions how many forms were sent
	 * @param changes how many rows of the ledger they wrote
	 */
	record Sum(long views, long submissions, long changes) {

		static final Sum NONE = new Sum(0, 0, 0);

		Sum plus(Sum other) {
			return new Sum(this.views + other.views, this.submissions + other.submissions,
					this.changes + other.changes);
		}

	}

	/**
	 * How many changes of one kind there were.
	 *
	 * @param purpose as the ledger names it
	 * @param choice what was said then
	 */
	record Change(Cell cell, String purpose, String choice, long count) {

	}

	/** What came of a page, in its smallest parts. */
	record Counted(LocalDate first, LocalDate last, Map<Cell, Sum> cells, List<Change> changes) {

		Sum all() {
			return this.cells.values().stream().reduce(Sum.NONE, Sum::plus);
		}

		Map<LocalDate, Sum> days() {
			Map<LocalDate, Sum> days = new TreeMap<>(by(Cell::day));
			this.first.datesUntil(this.last.plusDays(1)).forEach((day) -> days.putIfAbsent(day, Sum.NONE));
			return days;
		}

		/** By version and language; the day of the cells tells nothing. */
		Map<Cell, Sum> versions() {
			Map<Cell, Sum> versions = new TreeMap<>(NEWEST_FIRST);
			versions.putAll(by((cell) -> new Cell(this.last, cell.version(), cell.language())));
			return versions;
		}

		private <K> Map<K, Sum> by(Function<Cell, K> key) {
			return this.cells.entrySet()
				.stream()
				.collect(Collectors.groupingBy((cell) -> key.apply(cell.getKey()),
						Collectors.reducing(Sum.NONE, Map.Entry::getValue, Sum::plus)));
		}

	}

	Counted count(LandingPage page, int days) {
		this.views.write();
		ZoneId zone = this.times.zone();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		LocalDate first = today.minusDays(days - 1L);
		Map<Cell, Sum> cells = new TreeMap<>(Comparator.comparing(Cell::day).thenComparing(NEWEST_FIRST));
		this.jdbc.sql("""
				select on_day, page_version, language, views from page_view
				where page_id = :page and on_day >= :first""")
			.param("page", page.id())
			.param("first", first)
			.query((row) -> {
				cells.merge(new Cell(row.getObject(1, LocalDate.class), row.getInt(2), row.getString(3)),
						new Sum(row.getLong(4), 0, 0), Sum::plus);
			});
		UUID since = Ids.first(first.atStartOfDay(zone).toInstant());
		submissions(page, since, zone, cells);
		List<Change> changes = changes(page, since, zone);
		changes.forEach((change) -> cells.merge(change.cell(), new Sum(0, 0, change.count()), Sum::plus));
		return new Counted(first, today, cells, changes);
	}

	/**
	 * The stores do not agree on the day of a moment in a zone, so they count by the
	 * quarter of an hour, in which every day of every zone begins.
	 */
	private void submissions(LandingPage page, UUID since, ZoneId zone, Map<Cell, Sum> cells) {
		this.jdbc.sql("""
				select quarter, page_version, language, count(*) as forms
				from (
					select cast(floor(extract(epoch from at) / 900) as bigint) as quarter, page_version, language
					from submission
					where page_id = :page and id >= :since
				) form
				group by quarter, page_version, language""")
			.param("page", page.id())
			.param("since", since)
			.query((row) -> {
				cells.merge(new Cell(day(row.getLong(1), zone), row.getInt(2), row.getString(3)),
						new Sum(0, row.getLong(4), 0), Sum::plus);
			});
	}

	private List<Change> changes(LandingPage page, UUID since, ZoneId zone) {
		List<Change> changes = new ArrayList<>();
		this.jdbc.sql("""
				select quarter, page_version, language, purpose, after_choice, count(*) as changes
				from (
					select cast(floor(extract(epoch from s.at) / 900) as bigint) as quarter, s.page_version, s.language,
						e.purpose, e.after_choice
					from submission s
					join ledger_entry e on e.profile_id = s.profile_id and e.submission_id = s.id
					where s.page_id = :page and s.id >= :since
				) change
				group by quarter, page_version, language, purpose, after_choice
				order by quarter, page_version, language, purpose, after_choice""")
			.param("page", page.id())
			.param("since", since)
			.query((row) -> {
				changes.add(new Change(new Cell(day(row.getLong(1), zone), row.getInt(2), row.getString(3)),
						row.getString(4), row.getString(5), row.getLong(6)));
			});
		return changes;
	}

	private static LocalDate day(long quarter, ZoneId zone) {
		return Instant.ofEpochSecond(quarter * 900).atZone(zone).toLocalDate();
	}

}
