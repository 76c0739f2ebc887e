package dev.sayso.store;

import java.sql.Statement;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that no query takes longer than it may.
 */
@ProductTest
class TimedQueriesTests {

	/** It would take hours. */
	private static final String LONG = """
			with recursive n (i) as (select cast(1 as bigint) union all select i + 1 from n where i < 100000000000)
			select count(*) from n where i < 0""";

	@Autowired
	DataSource store;

	@Test
	void whatTakesTooLongIsCutOff() {
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> count(new TimedQueries(this.store), LONG));
	}

	@Test
	void whatFollowsOnTheConnectionIsNotLimited() throws Exception {
		try (SingleConnectionDataSource single = new SingleConnectionDataSource(this.store.getConnection(), true)) {
			TimedQueries queries = new TimedQueries(single);
			assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> count(queries, LONG));
			assertThat(count(queries, "select 7")).isEqualTo(7);
			try (Statement next = single.getConnection().createStatement()) {
				assertThat(next.getQueryTimeout()).isZero();
			}
		}
	}

	private static int count(TimedQueries queries, String sql) {
		return queries.ask(1, (store) -> store.sql(sql).query(Integer.class).single());
	}

}
