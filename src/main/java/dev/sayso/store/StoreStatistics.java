package dev.sayso.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets the store look at what it holds after much has come in at once, so that it plans
 * queries for what is there and not for what was.
 */
@Component
public class StoreStatistics {

	private static final Logger log = LoggerFactory.getLogger(StoreStatistics.class);

	private final JdbcTemplate jdbc;

	StoreStatistics(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	public void refresh() {
		try {
			this.jdbc.execute("analyze");
		}
		catch (DataAccessException ex) {
			log.warn("The store's statistics were not taken: {}", ex.getClass().getName());
		}
	}

}
