package dev.sayso.shared;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets the store look at what it holds after much has come in at once, so that it plans
 * queries for what is there and not for what was.
 */
@Component
public class Statistics {

	private final JdbcTemplate jdbc;

	Statistics(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	public void refresh() {
		this.jdbc.execute("analyze");
	}

}
