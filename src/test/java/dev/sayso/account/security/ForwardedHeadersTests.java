package dev.sayso.account.security;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.account.Account;
import dev.sayso.account.Accounts;
import dev.sayso.account.ConsoleSession;
import dev.sayso.account.NamedProxies;
import dev.sayso.account.Role;
import dev.sayso.account.SignIn;
import dev.sayso.account.SignInFailureCount;
import dev.sayso.ProductTest;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class ForwardedHeadersTests {

	@Autowired
	Settings settings;

	@Autowired
	Accounts accounts;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	MockMvcTester mvc;

	@LocalServerPort
	int port;

	@BeforeEach
	void account() {
		this.accounts.save(Account.create("operator", "Sofie", this.passwords.encode(SignInTests.PASSWORD),
				Role.OPERATOR, Instant.EPOCH));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10.0.0.0/8", "128.0.0.0/8, 2001:db8::/32" })
	void nobodyIsBelievedWhoIsNotNamed(String proxies, CapturedOutput output) {
		this.settings.set(NamedProxies.SETTING, proxies);
		HttpResponse<String> answer = new ConsoleSession(this.port).get("/profiles", "X-Forwarded-Proto", "https",
				"X-Forwarded-Host", "evil.example", "X-Forwarded-Port", "444", "Forwarded",
				"for=192.0.2.1;proto=https;host=evil.example");
		assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("http://127.0.0.1:" + this.port);
		assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
		assertThat(output.getAll().lines().filter((line) -> line.contains("127.0.0.0 seems to stand before Sayso")))
			.hasSizeLessThan(2);
		assertThat(this.mvc.get().uri("/profiles").with(SignIn.admin())).bodyText()
			.contains("Requests come through 127.0.0.1");
		assertThat(this.mvc.get().uri("/profiles").with(SignIn.operator())).bodyText()
			.doesNotContain("Requests come through");
		this.settings.set(NamedProxies.SETTING, "127.0.0.1/32");
		assertThat(this.mvc.get().uri("/profiles").with(SignIn.admin())).bodyText()
			.doesNotContain("Requests come through");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1/32", "10.0.0.0/8, 127.0.0.0/8" })
	void aNamedProxyIsBelieved(String proxies) {
		this.settings.set(NamedProxies.SETTING, proxies);
		ConsoleSession session = new ConsoleSession(this.port);
		HttpResponse<String> login = session.get("/login", "X-Forwarded-Proto", "https");
		assertThat(login.headers().firstValue("Strict-Transport-Security")).isPresent();
		assertThat(login.headers().firstValue("Set-Cookie").orElse("")).startsWith("SAYSO-CSRF=").contains("Secure");
		HttpResponse<String> answer = session.get("/profiles", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
				"choices.example");
		assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("https://choices.example/login");
	}

	@Test
	void whereSomebodyIsIsWhatTheNamedProxySaysAndNotWhatTheySayThemselves() {
		this.settings.set(NamedProxies.SETTING, "127.0.0.0/8");
		for (int i = 0; i < SignInFailureCount.LOCKED_FROM; i++) {
			assertThat(signIn("wrong", "192.0.2." + i + ", 203.0.113.77")).contains("do not go together");
		}
		assertThat(signIn(SignInTests.PASSWORD, "192.0.2.99, 203.0.113.77")).contains("Too many attempts failed");
		assertThat(signIn(SignInTests.PASSWORD, "203.0.113.77, 127.0.0.9")).contains("Too many attempts failed");
		assertThat(signIn(SignInTests.PASSWORD, "203.0.113.77, 203.0.113.78")).isEmpty();
	}

	private String signIn(String password, String forwarded) {
		ConsoleSession session = new ConsoleSession(this.port);
		String token = Jsoup.parse(session.get("/login").body()).select("meta[name=_csrf]").attr("content");
		return session
			.send(session.form("/login", "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8), "username",
					"operator", "password", password)
				.header("X-Forwarded-For", forwarded)
				.build())
			.body();
	}

}
