package dev.sayso;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sayso.account.ConsoleSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeploymentTests {

	private static final Pattern PASSWORD = Pattern.compile("Sign in as admin with the password (\\S+)");

	@TempDir
	Path folder;

	@Test
	void aFirstASecondAndAMistakenStart() {
		try (RunningProduct product = RunningProduct.embedded(this.folder)
			.onAllInterfaces()
			.environment("SAYSO_ADMIN_PASSWORD", "")) {
			String first = product.start().output();
			assertThat(first).contains("nothing says under which address people reach it");
			Matcher password = PASSWORD.matcher(first);
			assertThat(password.find()).as(first).isTrue();
			ConsoleSession session = new ConsoleSession(product.uri("/").getPort());
			session.signIn("admin", password.group(1));
			assertThat(session.get("/account").statusCode()).isEqualTo(200);
			refuses(RunningProduct.embedded(this.folder), "The store is in use by another Sayso");
			product.stop();
			refuses(RunningProduct.embedded(this.folder).demo(),
					"This store holds real people: the demo does not touch it.\n");
			product.environment("SAYSO_BASE_URL", "https://choices.example.com").start();
			assertThat(session.movedTo(product.uri("/").getPort()).get("/account").statusCode()).isEqualTo(200);
			product.stop();
			assertThat(product.output()).doesNotContain("WARN", "ERROR", "password");
		}
	}

	@Test
	void aStoreOfAnotherVersionIsRefusedInOneSentence() throws SQLException {
		String database = Postgres.freshDatabase();
		try (Connection store = DriverManager.getConnection(database, "postgres", "postgres");
				Statement statement = store.createStatement()) {
			statement.execute("""
					create table flyway_schema_history (installed_rank int primary key, version varchar(50),
						description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
						checksum int, installed_by varchar(100) not null, installed_on timestamp default now() not null,
						execution_time int not null, success boolean not null);
					insert into flyway_schema_history values (1, '1', 'shared create setting and session', 'SQL',
						'V1__shared_create_setting_and_session.sql', 12345, 'postgres', now(), 1, true)""");
		}
		assertThatIllegalStateException().isThrownBy(() -> RunningProduct.onPostgres(this.folder, database).start())
			.withMessage(
					"Sayso did not start:\nThis store was made by another version of Sayso, which this one cannot read:"
							+ " start that version, or name another folder in SAYSO_DATA (with PostgreSQL, another database in"
							+ " SAYSO_DB_URL).\n");
	}

	@Test
	void postgresWantsAKeyThatAllInstancesShare() {
		try (RunningProduct product = RunningProduct.onPostgres(this.folder, Postgres.freshDatabase())
			.environment("SAYSO_SECRET_KEY", "")) {
			assertThatIllegalStateException().isThrownBy(product::start)
				.withMessage(
						"Sayso did not start:\nWith PostgreSQL the key that signs links has to be named in SAYSO_SECRET_KEY,"
								+ " the same for every instance.\n");
		}
	}

	private static void refuses(RunningProduct product, String sentence) {
		assertThatIllegalStateException().isThrownBy(product::start)
			.withMessageStartingWith("Sayso did not start:\n" + sentence)
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("\tat "));
	}

}
