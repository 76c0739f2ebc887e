package dev.sayso;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.consent.ledger.LedgerProof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Fills the disk under the real product to the last byte, and makes room again.
 */
@Tag("outer")
class FullDiskTests {

	@TempDir
	Path folder;

	private final Set<String> acknowledged = new HashSet<>();

	private int turn;

	/** The store goes on in what room its file has, and fails where that ends. */
	private int refused;

	@Test
	void theStoreWarnsRefusesComesBackAndHasLostNothing() throws Exception {
		Path disk = mount("96m");
		try (RunningProduct product = RunningProduct.embedded(disk)
			.demo()
			.environment("SAYSO_DISK_WARN", "16MB")
			.environment("SAYSO_DISK_REFUSE", "4MB")) {
			Caller caller = new Caller(product.start());
			for (int round = 0; round < 3; round++) {
				assertThat(say(caller, "n")).isEqualTo(200);
				fill(disk, 3_000_000);
				assertThat(say(caller, "y")).isEqualTo(503);
				assertThat(say(caller, "n")).isEqualTo(200);
				assertThat(health(caller)).isEqualTo(200);
				for (int no = 0; no < 60; no++) {
					fill(disk, 0);
					if (say(caller, "n") == 503) {
						this.refused++;
						assertThat(health(caller)).isEqualTo(503);
					}
				}
				Files.delete(disk.resolve("fill"));
				Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> health(caller) == 200);
				assertThat(say(caller, "n")).isEqualTo(200);
				assertThat(caller.api("POST", "", "{\"externalId\":\"after-%d\"}".formatted(round)).statusCode())
					.isEqualTo(201);
			}
			assertThat(this.refused).as("writes that failed").isPositive();
			product.stop();
			JdbcDataSource store = new JdbcDataSource();
			store.setURL("jdbc:h2:" + disk.resolve("sayso")
					+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
			store.setUser("sa");
			JdbcClient client = JdbcClient.create(store);
			assertThat(
					client.sql("select reason from ledger_entry where reason is not null").query(String.class).list())
				.containsAll(this.acknowledged);
			LedgerProof.holds(client);
		}
		finally {
			run("umount", "-l", disk.toString());
		}
	}

	/**
	 * All of a PostgreSQL is on the small disk, its log of writes too. Some rounds it
	 * refuses what it has no room for; when it cannot write its log it crashes, and is
	 * started again as whoever runs one does.
	 */
	@Test
	void onPostgresqlNothingIsLostEither() throws Exception {
		Path disk = mount("192m");
		EmbeddedPostgres postgres = postgres(disk, 0);
		try (RunningProduct product = RunningProduct
			.onPostgres(this.folder.resolve("product"), postgres.getJdbcUrl("postgres", "postgres"))
			.demo()) {
			Caller caller = new Caller(product.start());
			for (int round = 0; round < 3; round++) {
				assertThat(say(caller, "n")).isEqualTo(200);
				for (int no = 0; no < 60 && runs(postgres); no++) {
					fill(disk, 0);
					this.refused += (say(caller, "n") == 503) ? 1 : 0;
				}
				Files.delete(disk.resolve("fill"));
				if (!comesBack(postgres)) {
					int port = postgres.getPort();
					postgres.close();
					postgres = postgres(disk, port);
				}
				Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> health(caller) == 200);
				assertThat(say(caller, "n")).isEqualTo(200);
				assertThat(caller.api("POST", "", "{\"externalId\":\"after-%d\"}".formatted(round)).statusCode())
					.isEqualTo(201);
			}
			assertThat(this.refused).as("writes that failed").isPositive();
			product.stop();
			JdbcClient client = JdbcClient.create(postgres.getPostgresDatabase());
			assertThat(
					client.sql("select reason from ledger_entry where reason is not null").query(String.class).list())
				.containsAll(this.acknowledged);
			LedgerProof.holds(client);
		}
		finally {
			postgres.close();
			run("umount", "-l", disk.toString());
		}
	}

	private static EmbeddedPostgres postgres(Path disk, int port) throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(disk.resolve("store"))
			.setCleanDataDirectory(false)
			.setPort(port)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("max_wal_size", "48MB")
			.setServerConfig("min_wal_size", "32MB")
			.start();
	}

	/** It recovers by itself unless it tried while there was no room for that either. */
	private static boolean comesBack(EmbeddedPostgres postgres) {
		try {
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> runs(postgres));
			return true;
		}
		catch (ConditionTimeoutException ex) {
			return false;
		}
	}

	private static boolean runs(EmbeddedPostgres postgres) {
		try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
			return connection.isValid(5);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private Path mount(String size) throws IOException {
		Path disk = Files.createDirectory(this.folder.resolve("disk"));
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
				"a disk of its own has to be mounted, which this user may not");
		return disk;
	}

	/** Says something of somebody new each time. */
	private int say(Caller caller, String choice) {
		String reason = "change " + ++this.turn;
		String person = "/externalId:demo-%d/consents".formatted(20 + this.turn % 480);
		boolean saidSoBefore = caller.api("GET", person, "").body().contains("\"fax\":{\"val\":\"n\"");
		HttpResponse<String> answer = caller.api("PATCH", person,
				"{\"marketing\":{\"fax\":{\"val\":\"%s\",\"reason\":\"%s\"}}}".formatted(choice, reason));
		if (answer.statusCode() == 200) {
			if (!saidSoBefore) {
				this.acknowledged.add(reason);
			}
		}
		else {
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
		}
		return answer.statusCode();
	}

	private static int health(Caller caller) {
		return caller.open("/actuator/health").statusCode();
	}

	private static void fill(Path disk, long left) throws IOException {
		Path fill = disk.resolve("fill");
		try (OutputStream out = Files.newOutputStream(fill, java.nio.file.StandardOpenOption.CREATE,
				java.nio.file.StandardOpenOption.APPEND)) {
			byte[] block = new byte[4096];
			while (Files.getFileStore(disk).getUsableSpace() > left) {
				out.write(block);
			}
		}
		catch (IOException ex) {
			assertThat(left).as(ex.toString()).isZero();
		}
	}

	private static boolean run(String... command) {
		try {
			return new ProcessBuilder(command).start().waitFor(10, TimeUnit.SECONDS)
					&& new ProcessBuilder("mountpoint", "-q", command[command.length - 1]).start().waitFor() == 0;
		}
		catch (IOException | InterruptedException ex) {
			return false;
		}
	}

}
