package dev.sayso.landing.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.landing.LandingPages;
import dev.sayso.shared.Attention;
import dev.sayso.shared.Ids;
import dev.sayso.shared.TimeFormat;

/**
 * Notices a minute in which many people opted out by one page who have their mail from
 * one place, or came with one program: a scanner of links, perhaps, that opened them for
 * everybody. What they said stands until somebody who knows better lifts it.
 */
@Component
class SuspectedScanners implements Attention {

	private static final Duration LOOK_BACK = Duration.ofDays(7);

	/** Fewer in one minute are a coincidence. */
	private static final int LEAST = 10;

	/** How many of them have to be alike; of a large mailing fewer are. */
	private static final double SHARE = 0.8;

	/** Minutes that are looked at, the fullest first, and people in each. */
	private static final int MINUTES = 20;

	private static final int PEOPLE = 500;

	/** How much the time in an id may differ from that beside it. */
	private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final LandingPages pages;

	private final JsonMapper json;

	private final TimeFormat times;

	private final Clock clock;

	SuspectedScanners(JdbcClient jdbc, LandingPages pages, JsonMapper json, TimeFormat times, Clock clock) {
		this.jdbc = jdbc;
		this.pages = pages;
		this.json = json;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * @param number since 1970
	 */
	private record Minute(UUID page, long number) {

		private Instant start() {
			return Instant.ofEpochSecond(this.number * 60);
		}

		private Instant end() {
			return start().plusSeconds(60);
		}

	}

	private record OptOut(@Nullable String email, @Nullable String evidence) {

		private @Nullable String domain() {
			return (this.email != null) ? this.email.substring(this.email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT)
					: null;
		}

	}

	@Override
	public List<Item> items() {
		return minutes().stream().flatMap((minute) -> item(minute).stream()).toList();
	}

	private List<Minute> minutes() {
		return this.jdbc.sql("""
				select page_id as page, at_minute as number
				from (
					select page_id, cast(floor(extract(epoch from at) / 60) as bigint) as at_minute
					from submission
					where id >= :since and identified and undone_at is null
				) form
				group by page_id, at_minute
				having count(*) >= :least
				order by count(*) desc
				limit :minutes""")
			.param("since", Ids.first(this.clock.instant().minus(LOOK_BACK)))
			.param("least", LEAST)
			.param("minutes", MINUTES)
			.query(Minute.class)
			.list();
	}

	private Optional<Item> item(Minute minute) {
		List<OptOut> optOuts = optOuts(minute);
		long alike = Math.max(most(optOuts, OptOut::domain), most(optOuts, this::agent));
		if (alike < LEAST || alike < SHARE * optOuts.size()) {
			return Optional.empty();
		}
		return this.pages.findById(minute.page())
			.map((page) -> new Item("landing.scanner", "landing.scanner.text", alike,
					"/landing-pages/" + page.id() + "/submissions?before=" + Ids.first(minute.end()),
					List.of(page.name(), this.times.dayTime(minute.start()))));
	}

	private List<OptOut> optOuts(Minute minute) {
		return this.jdbc.sql("""
				select p.email, min(e.evidence) as evidence
				from submission s
				join profile p on p.id = s.profile_id
				join ledger_entry e on e.profile_id = s.profile_id and e.submission_id = s.id
				where s.page_id = :page and s.id >= :from and s.id < :to and s.at >= :start and s.at < :end
					and s.identified and s.undone_at is null
					and e.after_choice = :no
				group by s.id, p.email
				limit :people""")
			.param("page", minute.page())
			.param("from", Ids.first(minute.start().minus(CLOCKS_APART)))
			.param("to", Ids.first(minute.end().plus(CLOCKS_APART)))
			.param("start", minute.start().atOffset(ZoneOffset.UTC))
			.param("end", minute.end().atOffset(ZoneOffset.UTC))
			.param("no", Choice.NO.value())
			.param("people", PEOPLE)
			.query(OptOut.class)
			.list();
	}

	private @Nullable String agent(OptOut optOut) {
		return (optOut.evidence() != null) ? this.json.readTree(optOut.evidence()).path("userAgent").asString(null)
				: null;
	}

	private static long most(List<OptOut> optOuts, Function<OptOut, @Nullable String> trait) {
		Map<String, Long> alike = optOuts.stream()
			.flatMap((optOut) -> Optional.ofNullable(trait.apply(optOut)).stream())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return alike.values().stream().mapToLong(Long::longValue).max().orElse(0);
	}

}
