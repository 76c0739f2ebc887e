package dev.sayso.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

import dev.sayso.shared.SaysoProperties;

/**
 * Sends several queries to the store in one round trip, where the store takes that:
 * PostgreSQL does; the embedded one, which is at hand, answers one after the other.
 */
@Component
public class BatchedQueries {

	private final DataSource store;

	private final SQLExceptionTranslator translator;

	private final boolean atOnce;

	BatchedQueries(JdbcTemplate jdbc, DataSource store, SaysoProperties properties) {
		this.store = store;
		this.translator = jdbc.getExceptionTranslator();
		this.atOnce = !properties.embedded();
	}

	public static final class Query<T> {

		private final String sql;

		private final List<?> values;

		private final ResultSetExtractor<T> reader;

		private @Nullable T answer;

		public Query(String sql, List<?> values, ResultSetExtractor<T> reader) {
			this.sql = sql;
			this.values = values;
			this.reader = reader;
		}

		public T answer() {
			return Objects.requireNonNull(this.answer);
		}

		private int bind(PreparedStatement statement, int from, Lists lists) throws SQLException {
			int at = from;
			for (Object value : this.values) {
				if (value instanceof Object[] list) {
					statement.setArray(at++, lists.get(list));
				}
				else {
					statement.setObject(at++, value);
				}
			}
			return at;
		}

		private void read(ResultSet rows) throws SQLException {
			this.answer = this.reader.extractData(rows);
		}

	}

	/**
	 * The lists that are bound, each written once however many queries ask for it: they
	 * may hold thousands of ids.
	 */
	private static final class Lists {

		private final Map<Object[], Array> written = new IdentityHashMap<>();

		private final Connection connection;

		Lists(Connection connection) {
			this.connection = connection;
		}

		Array get(Object[] list) throws SQLException {
			Array array = this.written.get(list);
			if (array == null) {
				array = this.connection.createArrayOf((list instanceof UUID[]) ? "uuid" : "varchar", list);
				this.written.put(list, array);
			}
			return array;
		}

	}

	/**
	 * Sends all of them, within the transaction if there is one. What
	 * {@link JdbcTemplate} puts around a connection would be a good part of what this
	 * takes.
	 */
	public void ask(List<Query<?>> asks) {
		Connection connection = DataSourceUtils.getConnection(this.store);
		try {
			if (this.atOnce) {
				askAtOnce(asks, connection);
			}
			else {
				askOneByOne(asks, connection);
			}
		}
		catch (SQLException ex) {
			throw translate(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.store);
		}
	}

	private DataAccessException translate(SQLException cause) {
		DataAccessException translated = this.translator.translate("batched queries", null, cause);
		return (translated != null) ? translated : new UncategorizedSQLException("batched queries", null, cause);
	}

	private static void askAtOnce(List<Query<?>> asks, Connection connection) throws SQLException {
		String sql = asks.stream().map((ask) -> ask.sql).collect(Collectors.joining(";\n"));
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			Lists lists = new Lists(connection);
			int at = 1;
			for (Query<?> ask : asks) {
				at = ask.bind(statement, at, lists);
			}
			statement.execute();
			for (Query<?> ask : asks) {
				try (ResultSet rows = statement.getResultSet()) {
					ask.read(rows);
				}
				statement.getMoreResults();
			}
		}
	}

	private static void askOneByOne(List<Query<?>> asks, Connection connection) throws SQLException {
		Lists lists = new Lists(connection);
		for (Query<?> ask : asks) {
			try (PreparedStatement statement = connection.prepareStatement(ask.sql)) {
				ask.bind(statement, 1, lists);
				try (ResultSet rows = statement.executeQuery()) {
					ask.read(rows);
				}
			}
		}
	}

}
