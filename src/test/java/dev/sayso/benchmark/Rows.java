package dev.sayso.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How many rows one of many requests writes, as PostgreSQL counts them, so that the bare
 * handler writes as many.
 */
record Rows(long inserts, long updates) {

	/**
	 * Counts what each of so many requests writes. Deletes that find nothing are not
	 * counted.
	 */
	static Rows count(String database, Runnable requests, int number) throws SQLException, InterruptedException {
		try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres")) {
			long[] before = written(connection);
			requests.run();
			long[] after = written(connection);
			return new Rows(Math.round((after[0] - before[0]) / (double) number),
					Math.round((after[1] - before[1]) / (double) number));
		}
	}

	private static long[] written(Connection connection) throws SQLException, InterruptedException {
		Thread.sleep(12_000);
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"""
								select sum(n_tup_ins), sum(n_tup_upd) from pg_stat_user_tables
								where relname not like 'spring_session%' and relname not in ('api_token', 'flyway_schema_history')""")) {
			row.next();
			return new long[] { row.getLong(1), row.getLong(2) };
		}
	}

}
