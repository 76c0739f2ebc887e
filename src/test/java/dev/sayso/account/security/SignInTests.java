package dev.sayso.account.security;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.Account;
import dev.sayso.account.Accounts;
import dev.sayso.account.ConsoleSession;
import dev.sayso.account.Role;
import dev.sayso.account.SignInFailureCount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ProductTest
public class SignInTests {

	public static final String PASSWORD = "a few plain words";

	@Autowired
	Accounts accounts;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	@LocalServerPort
	int port;

	private static int network;

	@BeforeEach
	void accounts() {
		network++;
		List.of(Role.values())
			.forEach((role) -> this.accounts.save(Account.create(role.name().toLowerCase(java.util.Locale.ROOT),
					role.name(), this.passwords.encode(PASSWORD), role, Instant.EPOCH)));
	}

	@Test
	void aSessionLivesInTheStoreAndItsCookieIsKeptFromScripts() {
		ConsoleSession session = new ConsoleSession(this.port);
		HttpResponse<String> answer = session.signIn("Operator ", PASSWORD);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("SAYSO=")
			.contains("HttpOnly", "SameSite=Lax");
		assertThat(session.get("/account").statusCode()).isEqualTo(200);
		assertThat(this.jdbc.sql("select count(*) from spring_session where principal_name = 'operator'")
			.query(Integer.class)
			.single()).isOne();
		assertThat(this.accounts.findByUsername("operator").orElseThrow().lastSignInAt()).isNotNull();
	}

	@Test
	void behindHttpsTheCookieIsSecure() {
		HttpResponse<String> answer = new ConsoleSession(this.port).get("/login", "X-Forwarded-Proto", "https");
		assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
		assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
	}

	@Test
	void aSessionGetsANewNameAtSignIn() {
		ConsoleSession session = new ConsoleSession(this.port);
		String before = session.get("/login").headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(session.signIn("operator", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow())
			.isNotEqualTo(before);
	}

	@Test
	void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
		assertThat(signIn("operator", "wrong")).isEqualTo("/login?failed");
		assertThat(signIn("nobody", "wrong")).isEqualTo("/login?failed");
	}

	@Test
	void theLanguageAskedForStaysAfterAFailure() {
		assertThat(this.mvc.post()
			.uri("/login")
			.param("username", "x")
			.param("password", "x")
			.param("lang", "fr")
			.with(csrf())
			.with(from("198.51.100." + network))).hasRedirectedUrl("/login?failed&lang=fr");
		assertThat(this.mvc.get().uri("/login?failed&lang=fr")).bodyText().contains("Se connecter");
	}

	@Test
	void aClosedAccountDoesNotSignIn() {
		this.accounts.save(this.accounts.findByUsername("operator").orElseThrow().edit("O", Role.OPERATOR, false));
		assertThat(signIn("operator", PASSWORD)).isEqualTo("/login?failed");
	}

	@Test
	void fiveFailuresCloseANameForAWhileWhetherItExistsOrNot() {
		for (String name : List.of("marketer", "nobody")) {
			for (int i = 0; i < SignInFailureCount.LOCKED_FROM; i++) {
				assertThat(signIn(name, "wrong")).isEqualTo("/login?failed");
			}
			assertThat(signIn(name, PASSWORD)).isEqualTo("/login?locked=1");
		}
		assertThat(this.mvc.get().uri("/login?locked=1")).bodyText().contains("about a minute");
		assertThat(signIn("operator", PASSWORD)).isEqualTo("/");
	}

	@Test
	void aSuccessForgetsTheFailuresBefore() {
		for (int round = 0; round < 3; round++) {
			assertThat(signIn("operator", "wrong")).isEqualTo("/login?failed");
			assertThat(signIn("operator", "wrong")).isEqualTo("/login?failed");
			assertThat(signIn("operator", PASSWORD)).isEqualTo("/");
		}
	}

	@Test
	void oneNetworkCannotTryManyNames() {
		RequestPostProcessor network = from("203.0.113." + SignInTests.network);
		for (int i = 0; i < NetworkSignInLimit.FAILURES; i++) {
			assertThat(signIn("name" + i, "wrong", network)).isEqualTo("/login?failed");
		}
		assertThat(signIn("operator", PASSWORD, network)).startsWith("/login?locked=");
		assertThat(signIn("operator", PASSWORD)).isEqualTo("/");
	}

	@Test
	void afterSignInOneGetsThePageOneWanted() {
		ConsoleSession session = new ConsoleSession(this.port);
		assertThat(ConsoleSession.location(session.get("/activity?type=account"))).isEqualTo("/login");
		assertThat(ConsoleSession.location(session.signIn("operator", PASSWORD))).isEqualTo("/activity?type=account");
	}

	@Test
	void whenTheSessionEndedHtmxLeadsToTheSignIn() {
		HttpResponse<String> answer = new ConsoleSession(this.port).get("/profiles", "HX-Request", "true");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login?ended");
	}

	@Test
	void aFormOfAnEndedSessionSaysSo() {
		ConsoleSession session = new ConsoleSession(this.port);
		HttpResponse<String> answer = session
			.send(session.form("/account/password", "", "current", "x", "password", "y").build());
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("Your session has ended").doesNotContain("Exception", "csrf token");
	}

	@Test
	void signingOutEndsTheSession() {
		ConsoleSession session = new ConsoleSession(this.port);
		session.signIn("operator", PASSWORD);
		assertThat(ConsoleSession.location(session.post("/account", "/logout"))).isEqualTo("/login?signed-out");
		assertThat(ConsoleSession.location(session.get("/account"))).isEqualTo("/login");
	}

	private String signIn(String username, String password) {
		return signIn(username, password, from("198.51.100." + network));
	}

	private String signIn(String username, String password, RequestPostProcessor network) {
		return String.valueOf(this.mvc.post()
			.uri("/login")
			.param("username", username)
			.param("password", password)
			.with(csrf())
			.with(network)
			.exchange()
			.getResponse()
			.getRedirectedUrl());
	}

	private static RequestPostProcessor from(String address) {
		return (request) -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

}
