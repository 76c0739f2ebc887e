package dev.sayso;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sayso.contact.receiver.ReceivingServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills a receiver again and again, and the product twice, while people change their
 * minds: every change arrives, in order for each person, and the feed has the same.
 */
@Tag("outer")
class WebhookKillTests {

	private static final int CHANGES = 10_000;

	private static final int KILLS = 100;

	private static final int PEOPLE = 100;

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	Path folder;

	@Test
	void everyChangeArrivesInOrderWhoeverDies() throws Exception {
		String database = Postgres.freshDatabase();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try (ReceivingServer server = new ReceivingServer();
				RunningProduct first = product("first", database).start();
				RunningProduct second = product("second", database).start()) {
			allow(database);
			for (int person = 0; person < PEOPLE; person++) {
				post(first, "/api/v1/profiles",
						"{\"externalId\":\"told-" + person + "\",\"email\":\"told" + person + "@posteo.example\"}");
			}
			post(first, "/api/v1/webhooks", "{\"name\":\"Shop\",\"url\":\"" + server.url() + "\"}");
			List<Future<?>> writing = new ArrayList<>();
			for (int writer = 0; writer < 4; writer++) {
				int from = writer;
				writing.add(threads.submit(() -> write(first, from)));
			}
			for (int kill = 0; kill < KILLS; kill++) {
				Thread.sleep(150);
				server.kill();
				if (kill % 50 == 25) {
					second.kill();
					second.start();
				}
				Thread.sleep(50);
				server.start();
			}
			for (Future<?> writer : writing) {
				writer.get();
			}
			await().atMost(Duration.ofSeconds(30))
				.until(() -> expected(database).values().stream().mapToInt(List::size).sum() == CHANGES);
			Map<String, List<String>> expected = expected(database);
			await().atMost(Duration.ofMinutes(5))
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertThat(server.changesByProfile()).isEqualTo(expected));
		}
		finally {
			threads.shutdownNow();
		}
	}

	private RunningProduct product(String name, String database) {
		return RunningProduct.onPostgres(this.folder.resolve(name), database)
			.demo()
			.with("--sayso.receivers.lease=15s");
	}

	private void write(RunningProduct product, int from) {
		for (int change = from; change < CHANGES; change += 4) {
			int person = change % PEOPLE;
			String val = (change / PEOPLE % 2 == 0) ? "n" : "y";
			post(product, "/api/v1/profiles/externalId:told-" + person + "/consents",
					"{\"marketing\":{\"email\":{\"val\":\"" + val + "\"}}}");
		}
	}

	private void post(RunningProduct product, String path, String body) {
		try {
			int status = this.client
				.send(HttpRequest.newBuilder(product.uri(path))
					.header("Authorization", "Bearer sayso-demo-token")
					.header("Content-Type", "application/json")
					.method(path.endsWith("consents") ? "PATCH" : "POST", BodyPublishers.ofString(body))
					.build(), BodyHandlers.discarding())
				.statusCode();
			assertThat(status).isBetween(200, 299);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void allow(String database) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres");
				Statement statement = connection.createStatement()) {
			statement.execute("insert into setting (name, content) values ('receivers.hosts', '127.0.0.1')");
		}
		await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
	}

	/** What the feed tells of each person since there is a receiver. */
	private static Map<String, List<String>> expected(String database) throws SQLException {
		Map<String, List<String>> changes = new LinkedHashMap<>();
		try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres");
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(
						"""
								select c.profile_id, c.id from say_change c
								where c.seq > (select g.first_seq from receiver_progress g join receiver r on r.id = g.receiver_id
									where r.name = 'Shop') order by c.seq""")) {
			while (rows.next()) {
				changes.computeIfAbsent(rows.getString(1), (person) -> new ArrayList<>()).add(rows.getString(2));
			}
		}
		return changes;
	}

}
