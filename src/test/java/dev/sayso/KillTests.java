package dev.sayso;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.consent.ledger.LedgerProof;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the product in the middle of writing, again and again, and looks for everything
 * it had acknowledged. How often is said by {@code -Dsayso.kills=100}.
 */
@Tag("fuzz")
class KillTests {

	private static final int KILLS = Integer.getInteger("sayso.kills", Boolean.getBoolean("sayso.outer") ? 5 : 1);

	@TempDir
	Path folder;

	@Test
	void whatTheEmbeddedStoreAcknowledgedSurvivesAKill() {
		JdbcDataSource store = new JdbcDataSource();
		store.setURL("jdbc:h2:" + this.folder.resolve("sayso")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
		store.setUser("sa");
		survives(RunningProduct.embedded(this.folder).demo(), JdbcClient.create(store));
	}

	@Test
	@Tag("outer")
	void whatPostgresAcknowledgedSurvivesAKill() {
		String database = Postgres.freshDatabase();
		PGSimpleDataSource store = new PGSimpleDataSource();
		store.setUrl(database);
		store.setUser("postgres");
		store.setPassword("postgres");
		survives(RunningProduct.onPostgres(this.folder, database).demo(), JdbcClient.create(store));
	}

	private static void survives(RunningProduct product, JdbcClient store) {
		try (product; Writers writers = new Writers(product.start())) {
			for (int kill = 0; kill < KILLS; kill++) {
				writers.write(100 + ThreadLocalRandom.current().nextInt(400));
				product.kill();
				writers.rest();
				product.start();
			}
			product.stop();
			assertThat(writers.reasons()).as("changes by the API").hasSizeGreaterThan(50 * KILLS);
			assertThat(store.sql("select reason from ledger_entry where reason is not null").query(String.class).list())
				.containsAll(writers.reasons());
			assertThat(writers.openings()).as("changes on pages").hasSizeGreaterThanOrEqualTo(Writers.ON_PAGES * KILLS);
			assertThat(store.sql("""
					select cast(s.opening as varchar) from submission s
					join ledger_entry l on l.submission_id = s.id""").query(String.class).list())
				.containsAll(writers.openings());
			LedgerProof.holds(store);
		}
	}

}
