package dev.sayso.account.security;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import dev.sayso.ProductTest;
import dev.sayso.account.Account;
import dev.sayso.account.Accounts;
import dev.sayso.account.ConsoleSession;
import dev.sayso.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class SessionTests {

	private static final String PASSWORD = SignInTests.PASSWORD;

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
		this.accounts
			.save(Account.create("operator", "Sofie", this.passwords.encode(PASSWORD), Role.OPERATOR, Instant.EPOCH));
	}

	@Test
	void strangersLeaveNothingInTheStoreHoweverManyPagesTheyAskFor() {
		long before = everything();
		List<String> pages = List.of("/login", "/login?to=/profiles", "/", "/profiles?q=" + "x".repeat(2000), "/search",
				"/nothing/here", "/settings/general", "/activity?type=account", "/p/nothing-here", "/actuator/env");
		List<ConsoleSession> strangers = Stream.generate(() -> new ConsoleSession(this.port)).limit(7).toList();
		IntStream.range(0, 3000).parallel().forEach((number) -> {
			HttpResponse<String> answer = strangers.get(number % strangers.size())
				.get(pages.get(number % pages.size()), "Cookie", (number % 3 == 0) ? "SAYSO=" + number : "other=1");
			assertThat(sessions(answer)).isEmpty();
		});
		Stream.of("/login", "/logout", "/account/preferences", "/profiles").forEach((path) -> {
			ConsoleSession stranger = new ConsoleSession(this.port);
			assertThat(sessions(stranger.post("/login", path, "username", "nobody", "password", "x"))).isEmpty();
			assertThat(sessions(stranger.send(stranger.form(path, "", "username", "nobody").build()))).isEmpty();
		});
		assertThat(everything()).isEqualTo(before);
	}

	/** As another site of the same domain can. */
	@Test
	void whoeverPutsACookieIntoABrowserSendsNoFormFromIt() {
		String signedIn = new ConsoleSession(this.port).signIn("operator", PASSWORD)
			.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("SAYSO="))
			.map((cookie) -> cookie.split(";")[0])
			.findFirst()
			.orElseThrow();
		ConsoleSession browser = new ConsoleSession(this.port);
		String cookies = signedIn + "; " + CsrfTokens.COOKIE + "=token";
		String own = org.jsoup.Jsoup.parse(browser.get("/account", "Cookie", cookies).body())
			.select("meta[name=_csrf]")
			.attr("content");
		assertThat(post(browser, cookies, "AAAAAAB0b2tlbg==")).isEqualTo(403);
		assertThat(post(browser, cookies, own)).isEqualTo(302);
	}

	private static int post(ConsoleSession browser, String cookies, String token) {
		return browser
			.send(browser.form("/account/preferences", "_csrf=" + token, "theme", "dark", "language", "en")
				.header("Cookie", cookies)
				.build())
			.statusCode();
	}

	@Test
	void anAccountHasABoundedNumberOfSessionsAndTheOneUsedLastStays() {
		ConsoleSession used = new ConsoleSession(this.port);
		used.signIn("operator", PASSWORD);
		ConsoleSession unused = new ConsoleSession(this.port);
		unused.signIn("operator", PASSWORD);
		for (int i = 0; i < SessionLimits.SESSIONS - 1; i++) {
			new ConsoleSession(this.port).signIn("operator", PASSWORD);
			used.get("/account");
		}
		assertThat(this.jdbc.sql("select count(*) from spring_session").query(Integer.class).single())
			.isEqualTo(SessionLimits.SESSIONS);
		assertThat(used.get("/account").statusCode()).isEqualTo(200);
		assertThat(unused.get("/account").statusCode()).isEqualTo(302);
	}

	@Test
	void aSessionEndsAfterAWeekHoweverMuchItIsUsed() {
		ConsoleSession session = new ConsoleSession(this.port);
		session.signIn("operator", PASSWORD);
		age(SessionLimits.LONGEST.minusMinutes(5));
		assertThat(session.get("/account").statusCode()).isEqualTo(200);
		age(Duration.ofMinutes(10));
		assertThat(ConsoleSession.location(session.get("/account"))).isEqualTo("/login?to=/account");
		assertThat(this.jdbc.sql("select count(*) from spring_session").query(Integer.class).single()).isZero();
	}

	@Test
	void aSessionStaysSmallWhateverIsDoneWithIt() {
		ConsoleSession session = new ConsoleSession(this.port);
		session.signIn("operator", PASSWORD);
		for (int i = 0; i < 40; i++) {
			session.post("/account", "/account/password", "current", PASSWORD, "password", "nine lives of cats" + i,
					"repeat", "nine lives of cats" + i);
			session.get("/search?q=" + "x".repeat(3000));
			session.post("/profiles/new", "/profiles", "firstName", "N" + "o".repeat(180), "externalId", "many-" + i);
		}
		assertThat(this.jdbc.sql("select sum(length(attribute_bytes)) from spring_session_attributes")
			.query(Integer.class)
			.single()).isLessThan(20_000);
	}

	private void age(Duration by) {
		this.jdbc.sql("update spring_session set creation_time = creation_time - :by")
			.param("by", by.toMillis())
			.update();
	}

	private long everything() {
		return Stream.of("spring_session", "spring_session_attributes", "audit_entry")
			.mapToLong((table) -> this.jdbc.sql("select count(*) from " + table).query(Long.class).single())
			.sum();
	}

	private static List<String> sessions(HttpResponse<?> answer) {
		return answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("SAYSO=") && !cookie.contains("Max-Age=0"))
			.toList();
	}

}
