package dev.sayso.landing.editor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what people sent by each page.
 */
@Component
class SubmissionCounts {

	private final JdbcClient jdbc;

	SubmissionCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many forms each page brought since an instant. */
	Map<UUID, Long> since(Instant instant) {
		Map<UUID, Long> counts = new HashMap<>();
		this.jdbc.sql("select page_id, count(*) from submission where at >= :since group by page_id")
			.param("since", instant.atOffset(ZoneOffset.UTC))
			.query((row) -> {
				counts.put(row.getObject(1, UUID.class), row.getLong(2));
			});
		return counts;
	}

	/** How many forms a page ever brought. */
	long submissions(UUID page) {
		return this.jdbc.sql("select count(*) from submission where page_id = :page")
			.param("page", page)
			.query(Long.class)
			.single();
	}

}
