package dev.sayso.account;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import dev.sayso.ProductTest;

import static dev.sayso.account.ConsoleSession.location;
import static dev.sayso.account.security.SignInTests.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class AccountsTests {

	private static final Pattern SECRET = Pattern.compile("id=\"secret\" autocomplete=\"off\"\\s+value=\"([^\"]+)\"");

	private static final String OTHER = "quite another plain sentence";

	@Autowired
	Accounts accounts;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	SignInFailures failures;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private ConsoleSession admin;

	@BeforeEach
	void signIn() {
		account("admin", Role.ADMIN);
		this.admin = session("admin");
	}

	@Test
	void anAdministratorAddsSomebodyWhoThenChoosesTheirOwnPassword() {
		String page = this.admin
			.post("/settings/accounts/new", "/settings/accounts", "name", "Noor", "username", "Noor", "role",
					"OPERATOR")
			.body();
		String made = secret(page);
		assertThat(this.admin.get("/settings/accounts").body()).contains("Noor").doesNotContain(made);
		ConsoleSession noor = new ConsoleSession(this.port);
		assertThat(location(noor.signIn("noor", made))).isEqualTo("/");
		assertThat(location(noor.get("/profiles"))).isEqualTo("/account");
		assertThat(location(
				noor.post("/account", "/account/password", "current", made, "password", PASSWORD, "repeat", PASSWORD)))
			.isEqualTo("/account");
		assertThat(noor.get("/profiles").statusCode()).isEqualTo(200);
	}

	@Test
	void aPasswordThatAnAdministratorTypedIsReplacedAtTheFirstSignInToo() {
		assertThat(add("Noor", "noornoor1234").statusCode()).isEqualTo(422);
		assertThat(add("Noor", "wachtwoordwachtwoord").body()).contains("among the first that anybody would try");
		assertThat(add("Noor", OTHER).statusCode()).isEqualTo(302);
		ConsoleSession noor = new ConsoleSession(this.port);
		assertThat(location(noor.signIn("noor", OTHER))).isEqualTo("/");
		assertThat(location(noor.get("/profiles"))).isEqualTo("/account");
		noor.post("/account", "/account/password", "current", OTHER, "password", OTHER, "repeat", OTHER);
		assertThat(location(noor.get("/profiles"))).isEqualTo("/account");
		noor.post("/account", "/account/password", "current", OTHER, "password", PASSWORD, "repeat", PASSWORD);
		assertThat(noor.get("/profiles").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> add(String name, String password) {
		return this.admin.post("/settings/accounts/new", "/settings/accounts", "name", name, "username", name, "role",
				"OPERATOR", "password", password);
	}

	@Test
	void aRoleThatChangesEndsTheSessionsAtOnce() {
		Account operator = account("operator", Role.OPERATOR);
		ConsoleSession session = session("operator");
		assertThat(session.get("/account").statusCode()).isEqualTo(200);
		edit(operator, "operator", "MARKETER", true);
		assertThat(location(session.get("/account"))).isEqualTo("/login?to=/account");
		assertThat(
				this.jdbc.sql("select changes from audit_entry where action = 'edited'").query(String.class).single())
			.contains("\"field\":\"role\"", "\"before\":\"OPERATOR\"", "\"after\":\"MARKETER\"");
	}

	@Test
	void anAccountThatIsClosedEndsTheSessionsAtOnce() {
		Account operator = account("operator", Role.OPERATOR);
		ConsoleSession session = session("operator");
		edit(operator, "operator", "OPERATOR", false);
		assertThat(location(session.get("/account"))).isEqualTo("/login?to=/account");
		assertThat(session.signIn("operator", PASSWORD).statusCode()).isEqualTo(422);
	}

	@Test
	void theLastAdministratorStays() {
		Account last = this.accounts.findByUsername("admin").orElseThrow();
		assertThat(edit(last, "admin", "OPERATOR", true)).isEqualTo(422);
		assertThat(edit(last, "admin", "ADMIN", false)).isEqualTo(422);
		account("second", Role.ADMIN);
		assertThat(edit(last, "admin", "OPERATOR", true)).isEqualTo(302);
	}

	@Test
	void whoEditsWhatSomebodyElseChangedSeesBoth() {
		Account operator = account("operator", Role.OPERATOR);
		this.accounts.save(operator.edit("Somebody else", Role.OPERATOR, true));
		assertThat(edit(operator, "Mine", "OPERATOR", true)).isEqualTo(409);
		assertThat(this.accounts.findByUsername("operator").orElseThrow().name()).isEqualTo("Somebody else");
	}

	@Test
	void aNewPasswordIsShownOnceAndEndsTheSessions() {
		Account operator = account("operator", Role.OPERATOR);
		ConsoleSession session = session("operator");
		String path = "/settings/accounts/" + operator.id() + "/password";
		String made = secret(this.admin.post(path, path).body());
		assertThat(location(session.get("/account"))).isEqualTo("/login?to=/account");
		assertThat(session.signIn("operator", PASSWORD).statusCode()).isEqualTo(422);
		assertThat(location(new ConsoleSession(this.port).signIn("operator", made))).isEqualTo("/");
		assertThat(this.jdbc.sql("select changes from audit_entry").query(String.class).list().toString())
			.doesNotContain(made);
	}

	@Test
	void anAdministratorUnlocks() {
		Account operator = account("operator", Role.OPERATOR);
		for (int i = 0; i < SignInFailureCount.LOCKED_FROM; i++) {
			this.failures.begin("operator", "network 203.0.113.7");
		}
		assertThat(this.admin.get("/settings/accounts").body()).contains("Attempts failed");
		this.admin.post("/settings/accounts", "/settings/accounts/" + operator.id() + "/lock", "_method", "delete");
		assertThat(location(new ConsoleSession(this.port).signIn("operator", PASSWORD))).isEqualTo("/");
	}

	@Test
	void anAdministratorSignsSomebodyOutEverywhere() {
		Account operator = account("operator", Role.OPERATOR);
		ConsoleSession session = session("operator");
		this.admin.post("/settings/accounts", "/settings/accounts/" + operator.id() + "/sessions", "_method", "delete");
		assertThat(location(session.get("/account"))).isEqualTo("/login?to=/account");
		assertThat(this.admin.get("/account").statusCode()).isEqualTo(200);
	}

	@Test
	void anAuditorReadsWithoutButtons() {
		account("auditor", Role.AUDITOR);
		ConsoleSession auditor = session("auditor");
		assertThat(auditor.get("/settings/accounts").body()).contains("auditor").doesNotContain("Add an account");
		Map.of("/settings/accounts", "name", "/settings/api-tokens", "name")
			.forEach((path, field) -> assertThat(auditor.post("/settings", path, field, "x").statusCode())
				.isEqualTo(403));
	}

	private int edit(Account account, String name, String role, boolean enabled) {
		String path = "/settings/accounts/" + account.id();
		String[] fields = { "_method", "put", "version", String.valueOf(account.version()), "name", name, "role", role,
				enabled ? "enabled" : "_enabled", "true" };
		return this.admin.post(path, path, fields).statusCode();
	}

	private Account account(String username, Role role) {
		return this.accounts
			.save(Account.create(username, username, this.passwords.encode(PASSWORD), role, Instant.EPOCH));
	}

	private ConsoleSession session(String username) {
		ConsoleSession session = new ConsoleSession(this.port);
		session.signIn(username, PASSWORD);
		return session;
	}

	private static String secret(String page) {
		Matcher secret = SECRET.matcher(page);
		assertThat(secret.find()).as(page).isTrue();
		return secret.group(1);
	}

}
