package dev.sayso.account;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sayso.RunningProduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a first, a second and a mistaken start do.
 */
class RestartTests {

	@TempDir
	Path folder;

	@Test
	void theStoreKeepsSessionsAndRefusesTheWrongStart() {
		try (RunningProduct product = RunningProduct.embedded(this.folder).start()) {
			ConsoleSession session = new ConsoleSession(product.uri("/").getPort());
			session.signIn("admin", "sayso-test");
			assertThat(session.get("/account").statusCode()).isEqualTo(200);
			refuses(RunningProduct.embedded(this.folder), "The store is in use by another Sayso");
			product.stop();
			refuses(RunningProduct.embedded(this.folder).demo(), "This store holds real people");
			int port = product.start().uri("/").getPort();
			assertThat(session.movedTo(port).get("/account").statusCode()).isEqualTo(200);
		}
	}

	private static void refuses(RunningProduct product, String sentence) {
		assertThatIllegalStateException().isThrownBy(product::start)
			.withMessageContaining(sentence)
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("\tat "));
	}

}
