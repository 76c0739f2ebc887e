package dev.sayso.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * Asks the store several things in one round trip, where the store takes that: PostgreSQL
 * does; the embedded one, which is at hand, is asked one after the other.
 */
@Component
public class Together {

	private final JdbcTemplate jdbc;

	private final boolean atOnce;

	Together(JdbcTemplate jdbc, SaysoProperties properties) {
		this.jdbc = jdbc;
		this.atOnce = !properties.embedded();
	}

	/**
	 * One thing to ask, which then knows its answer.
	 */
	public static final class Ask<T> {

		private final String sql;

		private final List<?> values;

		private final ResultSetExtractor<T> reader;

		private @Nullable T answer;

		/**
		 * A query.
		 * @param values for its question marks
		 */
		public Ask(String sql, List<?> values, ResultSetExtractor<T> reader) {
			this.sql = sql;
			this.values = values;
			this.reader = reader;
		}

		/**
		 * What the store answered, once it was asked.
		 */
		public T answer() {
			return Objects.requireNonNull(this.answer);
		}

		private int bind(PreparedStatement statement, int from) throws SQLException {
			int at = from;
			for (Object value : this.values) {
				statement.setObject(at++, value);
			}
			return at;
		}

		private void read(ResultSet rows) throws SQLException {
			this.answer = this.reader.extractData(rows);
		}

	}

	public void ask(List<Ask<?>> asks) {
		this.jdbc.execute((ConnectionCallback<Boolean>) (connection) -> {
			if (this.atOnce) {
				atOnce(asks, connection);
			}
			else {
				oneByOne(asks, connection);
			}
			return true;
		});
	}

	private static void atOnce(List<Ask<?>> asks, Connection connection) throws SQLException {
		String sql = asks.stream().map((ask) -> ask.sql).collect(Collectors.joining(";\n"));
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int at = 1;
			for (Ask<?> ask : asks) {
				at = ask.bind(statement, at);
			}
			statement.execute();
			for (Ask<?> ask : asks) {
				try (ResultSet rows = statement.getResultSet()) {
					ask.read(rows);
				}
				statement.getMoreResults();
			}
		}
	}

	private static void oneByOne(List<Ask<?>> asks, Connection connection) throws SQLException {
		for (Ask<?> ask : asks) {
			try (PreparedStatement statement = connection.prepareStatement(ask.sql)) {
				ask.bind(statement, 1);
				try (ResultSet rows = statement.executeQuery()) {
					ask.read(rows);
				}
			}
		}
	}

}
