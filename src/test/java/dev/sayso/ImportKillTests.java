package dev.sayso;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.sayso.consent.ledger.LedgerProof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the product in the middle of an import, and takes it up again from its page.
 */
@Tag("outer")
class ImportKillTests {

	private static final int ROWS = 3_000;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	@TempDir
	Path folder;

	private RunningProduct product;

	@Test
	void eachRowIsInOnceAfterAKillAndAResumption() throws Exception {
		String database = Postgres.freshDatabase();
		JdbcClient store = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
		try (RunningProduct product = RunningProduct.onPostgres(this.folder, database).demo().start()) {
			this.product = product;
			signIn();
			String run = upload();
			submit(run + "/columns", "_method=put&column=externalId&column=email&column=no.marketing.email&note="
					+ encoded("their newsletter's list"));
			see(run, (page) -> page.contains("action=\"" + run + "/run\""));
			submit(run + "/run", "");
			await().atMost(Duration.ofMinutes(1)).until(() -> in(store) >= ROWS / 10);
			product.kill();
			assertThat(in(store)).as("rows in when it was killed").isLessThan(ROWS);
			product.start();
			see(run, (page) -> page.contains("action=\"" + run + "/run\""));
			submit(run + "/run", "");
			await().atMost(Duration.ofMinutes(2)).until(() -> in(store) == ROWS);
			await().atMost(Duration.ofSeconds(20))
				.until(() -> store.sql("select count(*) from file_import where state = 'DONE'")
					.query(Integer.class)
					.single(), (done) -> done == 1);
			product.stop();
		}
		assertThat(in(store)).isEqualTo(ROWS);
		assertThat(store.sql(
				"select count(*) from ledger_entry l join profile p on p.id = l.profile_id where p.external_id like 'row-%'")
			.query(Integer.class)
			.single()).as("noes brought, each once").isEqualTo(ROWS / 3);
		LedgerProof.holds(store);
	}

	private static int in(JdbcClient store) {
		return store.sql("select count(*) from profile where external_id like 'row-%'").query(Integer.class).single();
	}

	private void signIn() {
		String token = token(get("/login"));
		post("/login", "username=admin&password=sayso-demo&_csrf=" + token);
	}

	private String upload() {
		String csv = "id,email,stop\n" + IntStream.range(0, ROWS)
			.mapToObj((row) -> "row-%s,row-%s@posteo.example,%s".formatted(row, row, (row % 3 == 0) ? "1" : "0"))
			.collect(Collectors.joining("\n"));
		String part = "--part\r\nContent-Disposition: form-data; name=";
		String body = part + "\"_csrf\"\r\n\r\n" + token(get("/imports/new")) + "\r\n" + part
				+ "\"file\"; filename=\"rows.csv\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--part--\r\n";
		HttpResponse<String> answer = send(HttpRequest.newBuilder(this.product.uri("/imports"))
			.header("Content-Type", "multipart/form-data; boundary=part")
			.POST(BodyPublishers.ofString(body)));
		String path = answer.uri().getPath();
		assertThat(path).endsWith("/columns");
		return path.substring(0, path.length() - "/columns".length());
	}

	private void submit(String path, String form) {
		String token = token(get(path.replaceFirst("/run$", "")));
		HttpResponse<String> answer = post(path, form + "&_csrf=" + token);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	private void see(String path, Predicate<String> there) {
		await().atMost(Duration.ofMinutes(1)).until(() -> there.test(get(path)));
	}

	private static String token(String page) {
		return encoded(new PageForm(page).value("_csrf").orElseThrow());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private String get(String path) {
		return send(HttpRequest.newBuilder(this.product.uri(path))).body();
	}

	private HttpResponse<String> post(String path, String form) {
		return send(HttpRequest.newBuilder(this.product.uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
