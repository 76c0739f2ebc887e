package dev.sayso.crawl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that is in an embedded store, so that it can be put back.
 */
public final class StoreCopy {

	private final JdbcTemplate jdbc;

	private final Path file;

	/**
	 * Copies what is in the store now.
	 */
	public StoreCopy(JdbcTemplate jdbc, Path folder) {
		this.jdbc = jdbc;
		this.file = folder.resolve("store-" + System.nanoTime() + ".sql");
		jdbc.execute("script drop to '" + this.file + "'");
	}

	/**
	 * Puts it back as it was.
	 */
	public void restore() {
		this.jdbc.execute("drop all objects");
		this.jdbc.execute("runscript from '" + this.file + "'");
		this.jdbc.execute("update live_catalogue set number = number + 1");
		this.jdbc.execute("update policy_catalogue set number = number + 1");
	}

	/**
	 * How many rows there are in these tables.
	 */
	public Map<String, Long> rows(List<String> tables) {
		return tables.stream()
			.collect(Collectors.toMap((table) -> table,
					(table) -> this.jdbc.queryForObject("select count(*) from " + table, Long.class)));
	}

}
