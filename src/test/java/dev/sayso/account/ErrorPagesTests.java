package dev.sayso.account;

import java.net.http.HttpResponse;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

import dev.sayso.ProductTest;
import dev.sayso.account.security.SignInTests;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class ErrorPagesTests {

	@Autowired
	Accounts accounts;

	@Autowired
	PasswordEncoder passwords;

	@LocalServerPort
	int port;

	private ConsoleSession session;

	@BeforeEach
	void signIn() {
		this.accounts.save(Account.create("operator", "Sofie", this.passwords.encode(SignInTests.PASSWORD),
				Role.OPERATOR, Instant.EPOCH));
		this.session = new ConsoleSession(this.port);
		this.session.signIn("operator", SignInTests.PASSWORD);
	}

	@Test
	void eachFailureHasAPageThatSaysWhatToDoNext() {
		is(this.session.get("/nothing-of-this-name"), 404, "There is nothing here");
		is(this.session.get("/settings/accounts"), 403, "This is not yours to open");
		is(this.session.post("/account", "/account", "x", "y"), 405, "Not in this way");
		is(this.session.get("/activity?before=abc"), 400, "That did not work");
	}

	@Test
	void everyPageCarriesTheHeadersAndFilesMayBeKept() {
		HttpResponse<String> page = this.session.get("/account");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("script-src 'self'")
			.doesNotContain("unsafe");
		assertThat(page.headers().map()).containsKeys("permissions-policy", "cross-origin-opener-policy",
				"x-content-type-options", "referrer-policy");
		assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(this.session.get("/app.css").headers().firstValue("Cache-Control").orElse("")).contains("max-age")
			.doesNotContain("no-store");
	}

	private static void is(HttpResponse<String> answer, int status, String sentence) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains(sentence)
			.doesNotContain("Exception", "org.springframework", "dev.sayso", "Whitelabel");
	}

}
