package dev.sayso;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeploymentTests {

	@TempDir
	Path folder;

	@Test
	void theFirstPasswordIsPrintedOnceAndTheDemoKeepsOffRealPeople() {
		try (RunningProduct product = RunningProduct.embedded(this.folder).environment("SAYSO_ADMIN_PASSWORD", "")) {
			assertThat(product.start().output()).contains("Sign in as admin with the password");
			product.stop();
			assertThat(product.output()).doesNotContain("WARN", "ERROR");
			assertThat(product.start().output()).doesNotContain("password");
			product.stop();
		}
		assertThatIllegalStateException().isThrownBy(() -> RunningProduct.embedded(this.folder).demo().start())
			.withMessage("Sayso did not start:\nThis store holds real people: the demo does not touch it.\n");
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

}
