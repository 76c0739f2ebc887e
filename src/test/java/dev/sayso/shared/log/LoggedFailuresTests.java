package dev.sayso.shared.log;

import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.security.crypto.password.PasswordEncoder;

import dev.sayso.ProductTest;
import dev.sayso.account.Account;
import dev.sayso.account.Accounts;
import dev.sayso.account.ConsoleSession;
import dev.sayso.account.Role;
import dev.sayso.crawl.LogWatch;
import dev.sayso.shared.StartupException;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class LoggedFailuresTests {

	private static final String TYPED = "camille@posteo.example";

	private static final String PASSWORD = "a few plain words";

	@Autowired
	Accounts accounts;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@BeforeEach
	void account() {
		this.accounts.save(Account.create("boss", "Ada", this.passwords.encode(PASSWORD), Role.ADMIN, Instant.EPOCH));
	}

	/** The database quotes the value that it does not take. */
	@ParameterizedTest
	@ValueSource(strings = { "create unique index fault_ix on setting (content)",
			"alter table setting add constraint fault_ck check (content = '' or cast(content as int) > 0)" })
	void whatAnUnexpectedFailureOfTheStoreQuotesIsNotLogged(String fault, CapturedOutput output) {
		LogWatch.bridge();
		this.jdbc.sql("delete from setting").update();
		this.jdbc
			.sql("insert into setting (name, content) values ('other', '" + (fault.contains("index") ? TYPED : "1")
					+ "')")
			.update();
		this.jdbc.sql(fault).update();
		try {
			ConsoleSession session = new ConsoleSession(this.port);
			session.signIn("boss", PASSWORD);
			assertThat(session
				.post("/settings/general", "/settings/general", "_method", "put", "organisation", TYPED, "timeZone",
						"Europe/Brussels", "region", "BE", "evidenceIp", "off", "baseUrl", "", "proxies", "")
				.statusCode()).isEqualTo(500);
		}
		finally {
			this.jdbc.sql("drop index if exists fault_ix").update();
			this.jdbc.sql("alter table setting drop constraint if exists fault_ck").update();
		}
		assertThat(output.getAll()).contains("Servlet.service()", "at dev.sayso.")
			.containsPattern("SQL state 2|message left out")
			.doesNotContain(TYPED);
	}

	static Stream<Throwable> failures() {
		SQLException quoting = new SQLException("Key (email)=(" + TYPED + ") already exists", "23505", 7);
		Throwable suppressing = new IllegalStateException("once");
		suppressing.addSuppressed(new NumberFormatException("For input string: \"" + TYPED + "\""));
		return Stream.of(quoting, new java.net.URISyntaxException(TYPED, "cannot be read"),
				new DuplicateKeyException("insert; " + TYPED, quoting),
				new ServletException("Request processing failed: " + TYPED, new IllegalArgumentException(TYPED)),
				suppressing,
				new HttpMessageNotReadableException("not " + TYPED, new MockHttpInputMessage(new byte[0])));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void noLineAndNoTraceRepeatsTheMessageOfAnException(Throwable failure) {
		for (String line : new String[] { "it failed: " + failure, "it failed: " + failure.getMessage(), "it failed",
				"Servlet.service() for servlet [x] in context with path [] threw exception [java.lang.Error: of "
						+ TYPED + "] with root cause" }) {
			String logged = logged(line, failure);
			assertThat(logged).contains(failure.getClass().getName(), "at dev.sayso.shared.log").doesNotContain(TYPED);
		}
	}

	@Test
	void whatKeepsItFromStartingIsSaid() {
		assertThat(logged("Application run failed", new StartupException("The key is too short.")))
			.contains("The key is too short.");
		assertThat(logged("no cause", new SQLException("x", "08001", 9))).contains("SQL state 08001, code 9");
	}

	private static String logged(String line, Throwable failure) {
		LoggerContext context = new LoggerContext();
		PatternLayout layout = new PatternLayout();
		layout.getInstanceConverterMap().put("m", RedactedMessage::new);
		layout.getInstanceConverterMap().put("wEx", RedactedStackTrace::new);
		layout.setContext(context);
		layout.setPattern("%m%n%wEx");
		layout.start();
		return layout.doLayout(new LoggingEvent("x", context.getLogger("x"), Level.ERROR, line, failure, null));
	}

}
