package dev.sayso.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

import javax.sql.DataSource;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Runs queries that people put together themselves, which the store may not answer in
 * time: then the query is cut off, so that it holds up nobody else.
 */
@Component
public class TimedQueries {

	private static final int SECONDS = 10;

	private final JdbcTemplate store;

	TimedQueries(DataSource store) {
		this.store = new JdbcTemplate(store);
	}

	public <T> T ask(Function<JdbcClient, T> query) {
		return ask(SECONDS, query);
	}

	/**
	 * Runs a query that may take longer, or must not take as long.
	 * @throws QueryTimeoutException when a query was cut off
	 */
	public <T> T ask(int seconds, Function<JdbcClient, T> query) {
		return this.store.execute((ConnectionCallback<T>) (connection) -> {
			JdbcTemplate limited = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			limited.setQueryTimeout(seconds);
			try {
				return query.apply(JdbcClient.create(limited));
			}
			finally {
				release(connection);
			}
		});
	}

	/**
	 * The embedded store keeps the limit of a statement for all that follow on the
	 * connection.
	 */
	private static void release(Connection connection) throws SQLException {
		if (!connection.isClosed()) {
			try (Statement statement = connection.createStatement()) {
				statement.setQueryTimeout(0);
			}
		}
	}

}
