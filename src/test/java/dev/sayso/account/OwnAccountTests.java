package dev.sayso.account;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

import dev.sayso.ProductTest;

import static dev.sayso.account.ConsoleSession.location;
import static dev.sayso.account.security.SignInTests.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class OwnAccountTests {

	private static final String OTHER = "some other plain words";

	@Autowired
	Accounts accounts;

	@Autowired
	PasswordEncoder passwords;

	@LocalServerPort
	int port;

	private ConsoleSession session;

	@BeforeEach
	void signIn() {
		this.accounts
			.save(Account.create("operator", "Sofie", this.passwords.encode(PASSWORD), Role.OPERATOR, Instant.EPOCH));
		this.session = new ConsoleSession(this.port);
		this.session.signIn("operator", PASSWORD);
	}

	@Test
	void aChangedPasswordEndsTheOtherSessionsOnly() {
		ConsoleSession other = new ConsoleSession(this.port);
		other.signIn("operator", PASSWORD);
		assertThat(change(PASSWORD, OTHER, OTHER)).isEqualTo(302);
		assertThat(this.session.get("/account").body()).contains("Your password is changed");
		assertThat(location(other.get("/account"))).isEqualTo("/login?to=/account");
		assertThat(other.signIn("operator", PASSWORD).statusCode()).isEqualTo(422);
		assertThat(location(new ConsoleSession(this.port).signIn("operator", OTHER))).isEqualTo("/");
	}

	@Test
	void aPasswordThatBreaksThePolicyIsNotTaken() {
		assertThat(change("not the current", OTHER, OTHER)).isEqualTo(422);
		assertThat(change(PASSWORD, "too short", "too short")).isEqualTo(422);
		assertThat(change(PASSWORD, OTHER, "something different")).isEqualTo(422);
		assertThat(change(PASSWORD, PASSWORD, PASSWORD)).isEqualTo(422);
		assertThat(
				this.session.post("/account", "/account/password", "current", PASSWORD, "password", "too short").body())
			.contains("At least 12 characters")
			.doesNotContain("too short");
	}

	@Test
	void languageAndThemeHoldAtOnceAndAfterTheNextSignIn() {
		prefer("language", "fr", "/account");
		prefer("theme", "dark", "/account");
		assertThat(this.session.get("/account").body()).contains("lang=\"fr\"", "data-theme=\"dark\"", "Mot de passe");
		ConsoleSession later = new ConsoleSession(this.port);
		later.signIn("operator", PASSWORD);
		assertThat(later.get("/account").body()).contains("lang=\"fr\"", "data-theme=\"dark\"");
		prefer("language", "xx", "/account");
		prefer("theme", "purple", "/account");
		assertThat(this.session.get("/account").body()).contains("lang=\"fr\"", "data-theme=\"dark\"");
	}

	@Test
	void theWayBackNeverLeadsElsewhere() {
		assertThat(prefer("theme", "light", "/activity?lang=nl&type=account")).isEqualTo("/activity?type=account");
		assertThat(prefer("theme", "light", "//evil.example/")).isEqualTo("/account");
		assertThat(prefer("theme", "light", "https://evil.example/")).isEqualTo("/account");
	}

	@Test
	void oneSignsOutEverywhere() {
		ConsoleSession other = new ConsoleSession(this.port);
		other.signIn("operator", PASSWORD);
		assertThat(location(this.session.post("/account", "/account/sessions", "_method", "delete")))
			.isEqualTo("/login?signed-out");
		assertThat(location(other.get("/account"))).isEqualTo("/login?to=/account");
		assertThat(location(this.session.get("/account"))).isEqualTo("/login?to=/account");
	}

	private int change(String current, String password, String repeat) {
		return this.session
			.post("/account", "/account/password", "current", current, "password", password, "repeat", repeat)
			.statusCode();
	}

	private String prefer(String field, String value, String back) {
		return location(this.session.post("/account", "/account/preferences", field, value, "back", back));
	}

}
