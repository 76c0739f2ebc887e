package dev.sayso.store;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.OnPostgres;
import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Lets PostgreSQL say that its disk is full, as it does when it cannot write.
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

	@Test
	void aStoreThatCannotWriteIsDownUntilItCan() {
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk();
		this.jdbc.execute("alter table setting add constraint full_ck check (name <> 'store.probe')");
		assertThatExceptionOfType(org.springframework.dao.DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.jdbc.execute("do $$ begin raise exception using errcode = '53100'; end $$"));
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatus(503);
		assertThat(this.disk.isLow()).isTrue();
		this.jdbc.execute("alter table setting drop constraint full_ck");
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !this.disk.isLow());
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk();
	}

}
