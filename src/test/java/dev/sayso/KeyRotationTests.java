package dev.sayso;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Starts the product again and again with other secrets: no link and no kept no is lost
 * before its secret is taken away, and then that is said.
 */
@Tag("outer")
class KeyRotationTests {

	private static final String OLD = "the secret of the first year";

	private static final String NEW = "the secret of the second year";

	private static final Pattern PATH = Pattern.compile("\"url\"\\s*:\\s*\"https?://[^/\"]+([^\"]+)\"");

	@TempDir
	Path folder;

	@Test
	void onTheEmbeddedStore() {
		replaces(RunningProduct.embedded(this.folder));
	}

	@Test
	void onPostgres() {
		replaces(RunningProduct.onPostgres(this.folder, Postgres.freshDatabase()));
	}

	private static void replaces(RunningProduct started) {
		try (RunningProduct product = started.demo().environment("SAYSO_SECRET_KEY", OLD).start()) {
			Caller caller = new Caller(product);
			String link = link(caller, "demo-20");
			keepTheNoOfSomebodyErased(caller);
			product.stop();
			product.environment("SAYSO_SECRET_KEY", NEW);
			assertThatIllegalStateException().isThrownBy(product::start)
				.withMessage(
						"Sayso did not start:\nThe keys in SAYSO_SECRET_KEY (without it, in the file secret.key of the"
								+ " data folder) do not open this store: list the one it was started with before behind them.\n");
			product.environment("SAYSO_SECRET_KEY", NEW + "," + OLD).start();
			assertThat(product.output()).doesNotContain("WARN");
			assertThat(caller.open(link).statusCode()).isEqualTo(200);
			String newer = link(caller, "demo-21");
			product.stop();
			product.environment("SAYSO_SECRET_KEY", NEW).start();
			assertThat(product.output()).contains("at least 1 of them");
			assertThat(caller.open(newer).statusCode()).isEqualTo(200);
			assertThat(caller.open(link).statusCode()).isEqualTo(404);
			HttpResponse<String> stop = caller.submit(link, "List-Unsubscribe=One-Click");
			assertThat(stop.statusCode()).isEqualTo(200);
			assertThat(
					caller.api("POST", "", "{\"externalId\":\"back\",\"email\":\"gone@posteo.example\"}").statusCode())
				.isEqualTo(201);
			assertThat(caller.api("GET", "/externalId:back/consents", "").body()).contains("\"val\":\"n\"");
		}
	}

	private static void keepTheNoOfSomebodyErased(Caller caller) {
		caller.api("POST", "", "{\"externalId\":\"gone\",\"email\":\"gone@posteo.example\"}");
		assertThat(caller.api("PATCH", "/externalId:gone/consents", "{\"marketing\":{\"email\":{\"val\":\"n\"}}}")
			.statusCode()).isEqualTo(200);
		assertThat(caller.api("DELETE", "/externalId:gone", "").statusCode()).isBetween(200, 204);
	}

	private static String link(Caller caller, String person) {
		HttpResponse<String> made = caller.api("POST", "/externalId:" + person + "/links",
				"{\"page\":\"preferences\"}");
		Matcher path = PATH.matcher(made.body());
		assertThat(path.find()).as(made.body()).isTrue();
		return path.group(1);
	}

}
