package dev.sayso.account.security;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.Account;
import dev.sayso.account.Accounts;
import dev.sayso.account.ConsoleSession;
import dev.sayso.account.Role;
import dev.sayso.account.SignInFailureCount;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

@ProductTest
public class SignInTests {

	public static final String PASSWORD = "a few plain words";

	private static final String FAILED = "BadCredentialsException";

	private static final String LOCKED = "SignInLockedException";

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
	void aPasswordOfTheProductIsHashedAtACost() {
		assertThat(AccessConfiguration.passwords().encode(PASSWORD)).startsWith("{bcrypt}$2a$10$");
	}

	@Test
	void aSessionLivesInTheStoreAndItsCookieIsKeptFromScripts() {
		ConsoleSession session = new ConsoleSession(this.port);
		HttpResponse<String> answer = session.signIn("Operator ", PASSWORD);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().allValues("Set-Cookie")).hasSizeGreaterThanOrEqualTo(2)
			.anyMatch((cookie) -> cookie.startsWith("SAYSO="))
			.anyMatch((cookie) -> cookie.startsWith("SAYSO-DEVICE="))
			.allMatch((cookie) -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
		assertThat(session.get("/account").statusCode()).isEqualTo(200);
		assertThat(this.jdbc.sql("select count(*) from spring_session where principal_name = 'operator'")
			.query(Integer.class)
			.single()).isOne();
		assertThat(this.accounts.findByUsername("operator").orElseThrow().lastSignInAt()).isNotNull();
	}

	@Test
	void aSessionGetsANewNameAtSignIn() {
		ConsoleSession session = new ConsoleSession(this.port);
		String before = session(session.signIn("operator", PASSWORD));
		session.get("/account");
		assertThat(session(session
			.send(session.form("/login", token(session, "/account"), "username", "auditor", "password", PASSWORD)
				.build())))
			.isNotEqualTo(before)
			.startsWith("SAYSO=");
	}

	@Test
	void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
		assertThat(signIn("operator", "wrong")).isEqualTo(FAILED);
		assertThat(signIn("nobody", "wrong")).isEqualTo(FAILED);
	}

	@Test
	void afterAFailureThePageHasTheNameThePageWantedAndTheLanguage() {
		ConsoleSession session = new ConsoleSession(this.port);
		HttpResponse<String> answer = session.post("/login?lang=fr", "/login", "username", "S. Maes", "password",
				"not so secret", "lang", "fr", "to", "/activity?type=account");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(answer.body()).select("#username").val()).isEqualTo("S. Maes");
		assertThat(Jsoup.parse(answer.body()).select("[name=to]").val()).isEqualTo("/activity?type=account");
		assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).startsWith("Ce nom et ce mot de passe");
		assertThat(Jsoup.parse(answer.body()).select("nav a").eachAttr("href"))
			.contains("?lang=nl&to=/activity?type%3Daccount");
		assertThat(answer.body()).doesNotContain("not so secret");
		assertThat(session(answer)).isEmpty();
	}

	@Test
	void aClosedAccountDoesNotSignIn() {
		this.accounts.save(this.accounts.findByUsername("operator").orElseThrow().edit("O", Role.OPERATOR, false));
		assertThat(signIn("operator", PASSWORD)).isEqualTo("DisabledException");
	}

	@Test
	void fiveFailuresCloseANameToTheirNetworkForAWhileWhetherItExistsOrNot() {
		for (String name : List.of("marketer", "nobody")) {
			for (int i = 0; i < SignInFailureCount.LOCKED_FROM; i++) {
				assertThat(signIn(name, "wrong")).isEqualTo(FAILED);
			}
			assertThat(signIn(name, PASSWORD)).isEqualTo(LOCKED);
		}
		assertThat(signIn("operator", PASSWORD)).isEqualTo("/");
		assertThat(signIn("marketer", PASSWORD, from("192.0.2." + network))).isEqualTo("/");
	}

	@Test
	void strangersInOnesNetworkDoNotKeepOutADeviceThatSignedInBefore() {
		Cookie device = device("admin");
		Cookie foreign = device("operator");
		for (int i = 0; i < NetworkSignInLimit.FAILURES + 5; i++) {
			signIn((i % 2 == 0) ? "admin" : "name" + i, "wrong");
		}
		assertThat(signIn("admin", PASSWORD)).isEqualTo(LOCKED);
		assertThat(signIn("admin", PASSWORD, with(foreign))).isEqualTo(LOCKED);
		assertThat(signIn("admin", PASSWORD,
				with(new Cookie(KnownDevices.COOKIE, device.getValue().replaceAll(".$", "")))))
			.isEqualTo(LOCKED);
		assertThat(signIn("Admin ", PASSWORD, with(device))).isEqualTo("/");
	}

	@Test
	void aKnownDeviceHasNoMoreAttemptsThanAnyOther() {
		Cookie device = device("admin");
		for (int i = 0; i < SignInFailureCount.LOCKED_FROM; i++) {
			assertThat(signIn("admin", "wrong", with(device))).isEqualTo(FAILED);
		}
		assertThat(signIn("admin", PASSWORD, with(device))).isEqualTo(LOCKED);
		assertThat(signIn("admin", PASSWORD)).isEqualTo("/");
	}

	@Test
	void aDeviceOfManyAccountsKnowsTheNewest() {
		Cookie device = device("admin");
		for (String name : List.of("operator", "marketer", "auditor")) {
			device = this.mvc.post()
				.uri("/login")
				.param("username", name)
				.param("password", PASSWORD)
				.with(csrf())
				.with(from("198.51.100." + network))
				.cookie(device)
				.exchange()
				.getResponse()
				.getCookie(KnownDevices.COOKIE);
		}
		assertThat(device.getValue().split("\\.")).hasSize(5);
		for (int i = 0; i < SignInFailureCount.LOCKED_FROM; i++) {
			signIn("admin", "wrong");
		}
		assertThat(signIn("admin", PASSWORD, with(device))).isEqualTo("/");
	}

	@Test
	void aSuccessForgetsTheFailuresBefore() {
		for (int round = 0; round < 3; round++) {
			assertThat(signIn("operator", "wrong")).isEqualTo(FAILED);
			assertThat(signIn("operator", "wrong")).isEqualTo(FAILED);
			assertThat(signIn("operator", PASSWORD)).isEqualTo("/");
		}
	}

	@Test
	void oneNetworkCannotTryManyNames() {
		RequestPostProcessor network = from("203.0.113." + SignInTests.network);
		for (int i = 0; i < NetworkSignInLimit.FAILURES; i++) {
			assertThat(signIn("name" + i, "wrong", network)).isEqualTo(FAILED);
		}
		assertThat(signIn("operator", PASSWORD, network)).isEqualTo(LOCKED);
		assertThat(signIn("operator", PASSWORD)).isEqualTo("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/activity?type=account", "/profiles?q=L%C3%A9a%20%26%20co", "/settings/general?lang=nl" })
	void afterSignInOneGetsThePageOneWanted(String wanted) {
		ConsoleSession session = new ConsoleSession(this.port);
		HttpResponse<String> refused = session.get(wanted);
		assertThat(ConsoleSession.location(refused)).isEqualTo("/login?to=" + URI.create(wanted).toString());
		String signIn = URI.create(refused.headers().firstValue("Location").orElseThrow()).getRawQuery();
		assertThat(session.signIn("operator", PASSWORD, "/login?" + signIn).headers().firstValue("Location").orElse(""))
			.endsWith(":" + this.port + wanted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "" })
	void signingInNeverLeadsElsewhere(String wanted) {
		assertThat(this.mvc.get().uri("/login").param("to", wanted)).bodyText().doesNotContain("name=\"to\"");
		assertThat(this.mvc.post()
			.uri("/login")
			.param("username", "operator")
			.param("password", PASSWORD)
			.param("to", wanted)
			.with(csrf())
			.with(from("198.51.100." + network))).hasRedirectedUrl("/");
	}

	@Test
	void whatIsNoWholePageIsNotOpenedAfterSigningIn() {
		assertThat(this.mvc.get().uri("/profiles.csv").accept("text/csv")).hasRedirectedUrl("/login");
		assertThat(this.mvc.get().uri("/").accept("text/html")).hasRedirectedUrl("/login");
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
		for (String token : List.of("", token(session, "/login"))) {
			HttpResponse<String> answer = session
				.send(session.form("/account/password", token, "current", "x", "password", "y").build());
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(answer.body()).contains("Your session has ended").doesNotContain("Exception", "csrf token");
		}
	}

	@Test
	void aSignInPageThatStoodOpenForLongIsShownAnew() {
		ConsoleSession session = new ConsoleSession(this.port);
		assertThat(ConsoleSession
			.location(session.send(session.form("/login", "", "username", "operator", "password", PASSWORD).build())))
			.isEqualTo("/login?ended");
	}

	@Test
	void signingOutEndsTheSession() {
		ConsoleSession session = new ConsoleSession(this.port);
		session.signIn("operator", PASSWORD);
		assertThat(ConsoleSession.location(session.post("/account", "/logout"))).isEqualTo("/login?signed-out");
		assertThat(ConsoleSession.location(session.get("/account"))).isEqualTo("/login?to=/account");
	}

	private static String session(HttpResponse<?> answer) {
		return answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("SAYSO="))
			.findFirst()
			.orElse("");
	}

	private static String token(ConsoleSession session, String page) {
		return "_csrf="
				+ URLEncoder.encode(Jsoup.parse(session.get(page).body()).select("meta[name=_csrf]").attr("content"),
						StandardCharsets.UTF_8);
	}

	/** The cookie of a device on which an account signed in. */
	private Cookie device(String username) {
		return this.mvc.post()
			.uri("/login")
			.param("username", username)
			.param("password", PASSWORD)
			.with(csrf())
			.with(from("198.51.100." + network))
			.exchange()
			.getResponse()
			.getCookie(KnownDevices.COOKIE);
	}

	private static RequestPostProcessor with(Cookie cookie) {
		return (request) -> {
			request.setCookies(cookie);
			request.setRemoteAddr("198.51.100." + network);
			return request;
		};
	}

	private String signIn(String username, String password) {
		return signIn(username, password, from("198.51.100." + network));
	}

	private String signIn(String username, String password, RequestPostProcessor network) {
		MvcTestResult answer = this.mvc.post()
			.uri("/login")
			.param("username", username)
			.param("password", password)
			.with(network)
			.with(csrf())
			.exchange();
		return (answer.getRequest().getAttribute(SignInEntryPoint.FAILURE) instanceof Exception failure)
				? failure.getClass().getSimpleName() : String.valueOf(answer.getResponse().getRedirectedUrl());
	}

	private static RequestPostProcessor from(String address) {
		return (request) -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

}
