package dev.sayso;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills one of two instances again and again while mails are asked for: each that was
 * acknowledged arrives once, or stands as one that may have arrived.
 */
@Tag("outer")
class MailKillTests {

	private static final int KILLS = 3;

	@TempDir
	Path folder;

	@Test
	void nothingIsLostAndNothingComesTwice() {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
		server.start();
		String database = Postgres.freshDatabase();
		try (RunningProduct first = product("first", database, server).start();
				RunningProduct second = product("second", database, server).start()) {
			Set<String> acknowledged = new TreeSet<>();
			int asked = 0;
			for (int kill = 0; kill < KILLS; kill++) {
				asked = ask(first, second, asked, acknowledged);
				second.kill();
				asked = ask(first, first, asked, acknowledged);
				second.start();
			}
			await().atMost(Duration.ofMinutes(2))
				.pollInterval(Duration.ofMillis(500))
				.until(() -> addresses(database, "state in ('waiting', 'sending', 'offered')").isEmpty());
			Set<String> unsure = addresses(database, "state = 'unsure'");
			Map<String, Long> arrived = Arrays.stream(server.getReceivedMessages())
				.collect(Collectors.groupingBy(MailKillTests::to, Collectors.counting()));
			assertThat(arrived.values()).as("none twice").allMatch((many) -> many == 1);
			assertThat(acknowledged).as("none lost")
				.allMatch((address) -> arrived.containsKey(address) || unsure.contains(address));
			assertThat(unsure.size()).isLessThanOrEqualTo(KILLS);
		}
		finally {
			server.stop();
		}
	}

	private RunningProduct product(String name, String database, GreenMail server) {
		return RunningProduct.onPostgres(this.folder.resolve(name), database)
			.demo()
			.environment("SAYSO_MAIL_HOST", "127.0.0.1")
			.environment("SAYSO_MAIL_PORT", Integer.toString(server.getSmtp().getPort()))
			.environment("SAYSO_MAIL_TLS", "none")
			.environment("SAYSO_MAIL_FROM", "say@verel.example")
			.with("--sayso.mail.lease=3s", "--sayso.visitors.from-network=100000", "--sayso.visitors.answer-time=1ms");
	}

	private static int ask(RunningProduct one, RunningProduct other, int asked, Set<String> acknowledged) {
		int next = asked;
		for (int time = 0; time < 40; time++) {
			String address = "reader" + next++ + "@posteo.example";
			Caller caller = new Caller((time % 2 == 0) ? one : other);
			if (caller.submit("/p/links/preferences", "field.email=" + address).statusCode() == 303) {
				acknowledged.add(address);
			}
		}
		return next;
	}

	private static Set<String> addresses(String database, String which) {
		try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres");
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select coalesce(address, '') from mail where " + which)) {
			Set<String> addresses = new TreeSet<>();
			while (rows.next()) {
				addresses.add(rows.getString(1));
			}
			return addresses;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String to(MimeMessage mail) {
		try {
			return mail.getAllRecipients()[0].toString();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
