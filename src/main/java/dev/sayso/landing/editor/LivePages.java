package dev.sayso.landing.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.PageStatus;
import dev.sayso.landing.PageVersions;
import dev.sayso.shared.LivePageSource;

/**
 * Tells the console's first page which pages recipients can see now.
 */
@Component
class LivePages implements LivePageSource {

	private static final Duration LATELY = Duration.ofDays(30);

	private final LandingPages pages;

	private final PageVersions versions;

	private final PageDefaults defaults;

	private final JdbcClient jdbc;

	private final Clock clock;

	LivePages(LandingPages pages, PageVersions versions, PageDefaults defaults, JdbcClient jdbc, Clock clock) {
		this.pages = pages;
		this.versions = versions;
		this.defaults = defaults;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<LivePage> live() {
		Instant now = this.clock.instant();
		Map<UUID, Long> submissions = submissions(now.minus(LATELY));
		return this.pages.all()
			.stream()
			.filter((page) -> page.status(now) == PageStatus.PUBLISHED)
			.map((page) -> new LivePage(page.name(), "/landing-pages/" + page.id(), "landing.kind." + page.kind().key(),
					page.shown(now), hasDraft(page) ? page.next() : null, submissions.getOrDefault(page.id(), 0L),
					page.shownUntil(now)))
			.toList();
	}

	private boolean hasDraft(LandingPage page) {
		return this.versions.find(page.id(), page.published())
			.map((version) -> !version.content().equals(this.defaults.fill(page.draft())))
			.orElse(true);
	}

	private Map<UUID, Long> submissions(Instant from) {
		Map<UUID, Long> counts = new HashMap<>();
		this.jdbc.sql("select page_id, count(*) from submission where at >= :from group by page_id")
			.param("from", from.atOffset(ZoneOffset.UTC))
			.query((row) -> {
				counts.put(row.getObject(1, UUID.class), row.getLong(2));
			});
		return counts;
	}

}
