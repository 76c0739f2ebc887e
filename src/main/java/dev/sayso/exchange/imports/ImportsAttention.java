package dev.sayso.exchange.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Attention;

/**
 * Reports recent imports that failed, rejected rows, or may have missed an opt-out.
 */
@Component
class ImportsAttention implements Attention {

	private static final Duration RECENT = Duration.ofDays(7);

	private static final int LIMIT = 3;

	private final JdbcClient jdbc;

	private final Clock clock;

	ImportsAttention(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<Item> items() {
		return this.jdbc.sql("""
				select id, name, state, rows_read, rejected, lost from file_import
				where created_at >= :from and (state = 'FAILED' or (state = 'DONE' and (rejected > 0 or lost > 0)))
				order by created_at desc, id limit :limit""")
			.param("from", this.clock.instant().minus(RECENT).atOffset(ZoneOffset.UTC))
			.param("limit", LIMIT)
			.query((row, number) -> item(row.getString("id"), row.getString("name"),
					row.getString("state").equals("FAILED"), row.getLong("rejected"), row.getLong("lost"),
					row.getLong("rows_read")))
			.list();
	}

	private static Item item(String id, String name, boolean failed, long rejected, long lost, long read) {
		boolean stops = !failed && lost > 0;
		return new Item(
				failed ? "import.attention.failed" : stops ? "import.attention.lost" : "import.attention.rejected",
				stops ? "import.attention.lost.rows" : "import.attention.rows", failed ? 1 : stops ? lost : rejected,
				"/imports/" + id, List.of(name, stops ? lost : rejected, read));
	}

}
