package dev.sayso.store;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.OnPostgres;
import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Lets PostgreSQL say that its disk is full or broken, or that it is a copy that is only
 * read since another server took its place.
 */
@ProductTest
@OnPostgres
class StoreRecoveryTests {

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	DiskSpace disk;

	@Autowired
	MockMvcTester mvc;

	/**
	 * A pool that kept its connections would write to the old server for half an hour.
	 */
	@Test
	void aServerThatOnlyReadsSinceAnotherTookItsPlaceIsLetGoOf() {
		Integer old = this.jdbc.queryForObject("select pg_backend_pid()", Integer.class);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.execute("begin read only; delete from setting where name = 'store.probe'; commit"));
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !this.disk.isLow());
		Awaitility.await()
			.atMost(Duration.ofSeconds(5))
			.until(() -> this.jdbc.queryForObject("select count(*) from pg_stat_activity where pid = ?", Integer.class,
					old) == 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "53100", "58030", "25006" })
	void aStoreThatCannotWriteIsDownUntilItCan(String state) {
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk();
		this.jdbc.execute("alter table setting add constraint full_ck check (name <> 'store.probe')");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.execute("do $$ begin raise exception using errcode = '%s'; end $$".formatted(state)));
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatus(503);
		assertThat(this.disk.isLow()).isTrue();
		this.jdbc.execute("alter table setting drop constraint full_ck");
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !this.disk.isLow());
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk();
	}

}
