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
 * Holds that no question is asked for longer than it may take.
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
			.isThrownBy(() -> count(new TimedQueries(this.store, 1), LONG));
	}

	@Test
	void whatFollowsOnTheConnectionIsNotLimited() throws Exception {
		try (SingleConnectionDataSource one = new SingleConnectionDataSource(this.store.getConnection(), true)) {
			TimedQueries questions = new TimedQueries(one, 1);
			assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> count(questions, LONG));
			assertThat(count(questions, "select 7")).isEqualTo(7);
			try (Statement next = one.getConnection().createStatement()) {
				assertThat(next.getQueryTimeout()).isZero();
			}
		}
	}

	private static int count(TimedQueries questions, String sql) {
		return questions.ask((store) -> store.sql(sql).query(Integer.class).single());
	}

}
