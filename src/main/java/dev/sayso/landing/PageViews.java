package dev.sayso.landing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.sayso.shared.TimeFormat;

/**
 * Counts how often pages are opened, and nothing about who opens them. Written once a
 * second: a crash loses that much of the count.
 */
@Component
public class PageViews {

	private static final Logger log = LoggerFactory.getLogger(PageViews.class);

	private final Map<Opened, Long> opened = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final TimeFormat times;

	private final Clock clock;

	PageViews(JdbcClient jdbc, TimeFormat times, Clock clock) {
		this.jdbc = jdbc;
		this.times = times;
		this.clock = clock;
	}

	private record Opened(UUID page, LocalDate day, int version, String language) {

	}

	/** One more reader who opened a page in this language. */
	public void count(PublishedPage page, String language) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		this.opened.merge(new Opened(page.id(), today, page.version(), language), 1L, Long::sum);
	}

	/** Also when Sayso stops, before the store is compacted. */
	@Scheduled(fixedDelay = 1000)
	@EventListener(ContextClosedEvent.class)
	public synchronized void write() {
		for (Opened opened : this.opened.keySet()) {
			long views = this.opened.remove(opened);
			try {
				if (add(opened, views) == 0 && insert(opened, views) == 0) {
					add(opened, views);
				}
			}
			catch (DataAccessException | TransactionException ex) {
				this.opened.merge(opened, views, Long::sum);
				log.warn("The number of views was not written yet: {}", ex.getClass().getName());
				return;
			}
		}
	}

	private int add(Opened opened, long views) {
		return this.jdbc.sql("""
				update page_view set views = views + :views
				where page_id = :page and on_day = :day and page_version = :version and language = :language""")
			.params(params(opened, views))
			.update();
	}

	private int insert(Opened opened, long views) {
		return this.jdbc.sql("""
				insert into page_view (page_id, on_day, page_version, language, views)
				values (:page, :day, :version, :language, :views) on conflict do nothing""")
			.params(params(opened, views))
			.update();
	}

	private static Map<String, Object> params(Opened opened, long views) {
		return Map.of("page", opened.page(), "day", opened.day(), "version", opened.version(), "language",
				opened.language(), "views", views);
	}

}
