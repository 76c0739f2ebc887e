package dev.sayso.account.token;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class ApiTokensTests {

	private static final Pattern SECRET = Pattern.compile("sayso_[\\w-]{43}");

	private static final String LEDGER = "/api/v1/profiles/00000000-0000-0000-0000-000000000000/ledger";

	@Autowired
	ApiTokens tokens;

	@Autowired
	ApiTokenManagement management;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	@Test
	void aTokenIsShownOnceAndKeptNowhere(CapturedOutput output) throws Exception {
		MvcTestResult answer = create("Shop", "PROFILES", "LINKS");
		assertThat(answer).hasStatus(201).headers().hasValue("Cache-Control", "no-store");
		Matcher shown = SECRET.matcher(answer.getResponse().getContentAsString());
		assertThat(shown.find()).isTrue();
		String secret = shown.group();
		assertThat(this.mvc.get().uri("/settings/api-tokens").with(SignIn.admin())).bodyText()
			.contains("Shop")
			.doesNotContain(secret, Sha256.hex(secret));
		assertThat(this.jdbc.sql("select hash || name || scopes from api_token").query(String.class).list().toString()
				+ this.jdbc.sql("select changes from audit_entry").query(String.class).list())
			.doesNotContain(secret);
		assertThat(output).doesNotContain(secret);
		assertThat(call(secret)).hasStatus(404);
		assertThat(this.tokens.findByHash(Sha256.hex(secret)).orElseThrow().lastUsedAt()).isNotNull();
	}

	@Test
	void aTokenMayDoWhatItsScopesSayAndNoMore() {
		for (ApiScope scope : ApiScope.values()) {
			assertThat(call(token(EnumSet.of(scope)))).as(scope.key())
				.hasStatus((scope == ApiScope.PROFILES) ? 404 : 403)
				.headers()
				.hasValue("Content-Type", "application/problem+json");
		}
	}

	@Test
	void everyScopeCanBeGiven() {
		for (ApiScope scope : ApiScope.values()) {
			assertThat(this.mvc.get().uri("/settings/api-tokens/new").with(SignIn.admin())).bodyText()
				.contains("value=\"" + scope + "\"");
			assertThat(create("For " + scope, scope.name())).hasStatus(201);
		}
	}

	@Test
	void withoutATokenNothingIsAnswered() {
		assertThat(this.mvc.get().uri(LEDGER)).hasStatus(401).headers().hasValue("WWW-Authenticate", "Bearer");
		assertThat(call("sayso_guessed")).hasStatus(401);
		assertThat(this.mvc.get().uri(LEDGER).with(SignIn.admin())).hasStatus(403);
	}

	@Test
	void aRevokedTokenIsRefusedFromTheNextCallOn() {
		String secret = token(EnumSet.of(ApiScope.PROFILES));
		assertThat(call(secret)).hasStatus(404);
		ApiToken token = this.tokens.findByHash(Sha256.hex(secret)).orElseThrow();
		assertThat(this.mvc.get().uri("/settings/api-tokens/" + token.id() + "/revocation").with(SignIn.admin()))
			.hasStatusOk();
		assertThat(call(secret)).hasStatus(404);
		assertThat(this.mvc.delete().uri("/settings/api-tokens/" + token.id()).with(SignIn.admin()).with(csrf()))
			.hasStatus(302);
		assertThat(call(secret)).hasStatus(401);
		assertThat(this.jdbc.sql("select action from audit_entry order by seq").query(String.class).list())
			.isEqualTo(List.of("created", "revoked"));
	}

	@Test
	void aTokenNeedsANameOfItsOwnAndAScope() {
		assertThat(create("Shop")).hasStatus(422);
		assertThat(create("", "PROFILES")).hasStatus(422);
		assertThat(create("Shop", "PROFILES")).hasStatus(201);
		assertThat(create("Shop", "PROFILES")).hasStatus(422);
		assertThat(create("<script>alert(1)</script>", "PROFILES")).bodyText().doesNotContain("<script>alert");
	}

	private MvcTestResult create(String name, String... scopes) {
		return this.mvc.post()
			.uri("/settings/api-tokens")
			.param("name", name)
			.param("scopes", scopes)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult call(String secret) {
		return this.mvc.get().uri(LEDGER).header("Authorization", "Bearer " + secret).exchange();
	}

	private String token(Set<ApiScope> scopes) {
		return this.management.create(new ApiTokenForm("Shop " + scopes, scopes), Actor.system());
	}

}
