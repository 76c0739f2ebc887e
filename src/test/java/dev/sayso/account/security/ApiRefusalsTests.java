package dev.sayso.account.security;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.sayso.crawl.PlainBrowser;
import dev.sayso.crawl.PlainBrowser.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiCallSettings;
import dev.sayso.account.token.ApiScope;
import dev.sayso.account.token.ApiTokenForm;
import dev.sayso.account.token.ApiTokenManagement;
import dev.sayso.account.token.ApiTokens;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Sha256;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * What the API takes in its addresses, and how it refuses the rest.
 */
@ProductTest
class ApiRefusalsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ApiTokenManagement management;

	@Autowired
	ApiTokens tokens;

	@Autowired
	ApiCallSettings calls;

	@LocalServerPort
	int port;

	private PlainBrowser caller;

	private String secret;

	@BeforeEach
	void call() {
		this.caller = new PlainBrowser(this.port);
		this.secret = token(EnumSet.allOf(ApiScope.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "/", "a//b", "../../etc", "a\\b", "\\\\share\\x", "a;b", ";jsessionid=1", "100%",
			"%2F", "%252F", "a?b#c", "a b", "a+b", "a&b=c", "é/ü", "名/前", "a:b", "\"x\"<y>", "[1]{2}|^`~", "a.b", "..",
			"a\u2028b" })
	void whoeverCanBeMadeCanBeAskedFor(String id) {
		Answer made = send("POST", "/api/v1/profiles",
				new JsonMapper().createObjectNode().put("externalId", id).toString());
		assertThat(made.status()).as(made.body()).isEqualTo(201);
		String path = "/api/v1/profiles/externalId:" + encode(id);
		Answer read = send("GET", path, "");
		assertThat(read.status()).as(read.body()).isEqualTo(200);
		assertThat(json(read).path("externalId").asString("")).isEqualTo(id);
		assertThat(send("PATCH", path, "{\"firstName\":\"Ada\"}").status()).isEqualTo(200);
		assertThat(send("PATCH", path + "/consents", "{\"marketing\":{\"email\":{\"val\":\"n\"}}}").status())
			.isEqualTo(200);
		assertThat(json(send("GET", path + "/ledger", "")).path("items").size()).isEqualTo(1);
		assertThat(json(send("GET", "/api/v1/profiles?externalId=" + encode(id), "")).path("items").size())
			.isEqualTo(1);
		assertThat(send("DELETE", path, "").status()).isEqualTo(204);
		assertThat(send("GET", path, "").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a%2Fb", "a%5Cb", "a%3Bb", "a%25b", "a%2F%2Fb", "%E2%82%AC", "a%20b", "..%2Fb" })
	void aFlagOfAnyKeyHasTheProtocolsAnswer(String key) {
		Answer answer = send("POST", "/ofrep/v1/evaluate/flags/" + key, "{\"context\":{\"targetingKey\":\"x\"}}");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(json(answer).path("errorCode").asString("")).isEqualTo("FLAG_NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//ofrep/v1/evaluate/flags", "///ofrep/v1/evaluate/flags" })
	void aSlashAtTheEndOfABaseAddressIsOverlooked(String path) {
		Answer answer = send("POST", path, "{\"context\":{\"targetingKey\":\"x\"}}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(send("GET", path.replace("ofrep/v1/evaluate/flags", "api/v1/profiles"), "").status()).isEqualTo(200);
	}

	/** By method, path, other headers than usual, the status and what is said. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					GET | /api/v1/profiles/a%00b | | 400 | The request cannot be read.
					GET | /api/v1/profiles/externalId:%zz | | 400 | The request cannot be read.
					GET | /api/v1/profiles/externalId:100% | | 400 | The request cannot be read.
					GET | /api/v1/profiles/% | | 400 | The request cannot be read.
					GET | //api/v1/profiles/%zz | | 400 | The request cannot be read.
					GET | /api/v1/profiles/a;b | | 400 | The request cannot be read.
					GET | /api/v1/profiles | Transfer-Encoding: odd | 501 | The request cannot be read.
					GET | /api/v1/profiles;b/x | | 400 | The request cannot be read.
					GET | /api/v1/profiles/%2e%2e | | 400 | The request cannot be read.
					GET | /api/v1/%2E | | 400 | The request cannot be read.
					GET | /api/v1/%2e%2e/%2e%2e/settings | | 400 | The request cannot be read.
					GET | /api/v1/../../settings | | 400 | The request cannot be read.
					GET | /api/v1/profiles?limit=%zz | | 400 | cannot be read.
					GET | /api/v1/profiles?limit=1&limit=2 | | 400 | The parameter limit is given twice.
					GET | /api/v1/profiles?email=a@b.example&%65mail=c@d.example | | 400 | The parameter email is given twice.
					GET | /api/v1/profiles?limit=many | | 400 | The parameter limit cannot be read.
					PROPFIND | /api/v1/profiles | | 400 | The request cannot be read.
					GET | /api/v1/nothing | | 404 | There is nothing of this name.
					GET | /api/v1/profiles/ | | 404 | There is nothing of this name.
					GET | /api/v1/profiles/x%7Cy"/z | | 404 | There is nothing of this name.
					GET | /api/v2/profiles | | 404 | There is nothing of this name.
					GET | /api | | 404 | There is nothing of this name.
					GET | /api/v1/audiences/x/members/y | | 404 | There is nothing of this name.
					PUT | /api/v1/profiles | | 405 | PUT is not taken here, but
					DELETE | /api/v1/decisions | | 405 | DELETE is not taken here, but POST.
					POST | /api/v1/openapi.json | | 405 | POST is not taken here, but
					TRACE | /api/v1/profiles | | 405 | This method is not taken here.
					GET | /api/v1/profiles | Accept: image/png | 406 | This comes as application/json.
					GET | /api/v1/audiences | Accept: nonsense | 406 | This comes as application/json.
					POST | /api/v1/profiles | Content-Type: text/plain | 415 | Send the body as application/json.
					POST | /api/v1/decisions | Content-Type: nonsense | 415 | The header Content-Type cannot be read.
					POST | /api/v1/decisions | Content-Type: application/json;charset=odd | 415 | The header Content-Type cannot be read.
					POST | /api/v1/profiles | Content-Type: multipart/form-data | 415 | Send the body as application/json.
					GET | /api/v1/profiles/x/odd | Authorization: Basic eDp5 | 401 | Send a valid token in Authorization: Bearer.
					""")
	void whoeverRefusesSaysSoAsAProblemInOurWords(String method, String path, String header, int status, String said)
			throws Exception {
		RawCall.Answer answer = call(method, path, header, "{}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		JsonNode problem = new JsonMapper().readTree(answer.body());
		assertThat(problem.path("type").asString("")).isEqualTo("about:blank");
		assertThat(problem.path("title").asString("")).isNotEmpty();
		assertThat(problem.path("status").asInt()).isEqualTo(status);
		assertThat(problem.path("detail").asString("")).contains(said);
		String asked = path.replaceFirst("[?].*", "").replaceFirst("^//", "/");
		assertThat(problem.path("instance").asString(""))
			.isEqualTo(asked.replaceAll("%(?!\\p{XDigit}{2})", "%25").replace("\"", "%22"));
		switch (status) {
			case 401 -> assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
			case 405 -> assertThat(answer.header("Allow")).isNotEmpty();
			case 406 -> assertThat(said.contains("Accept") || !answer.header("Accept").isEmpty()).isTrue();
			case 415 ->
				assertThat(answer.header("Accept") + answer.header("Accept-Patch")).contains("application/json");
			default -> assertThat(answer.header("Allow")).isEmpty();
		}
	}

	/** By method, key with what follows it, other headers than usual, and the answer. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			POST | /%2E | | 400 | . | PARSE_ERROR
			POST | /%2e%2E | | 400 | .. | PARSE_ERROR
			POST | /a;b | | 400 | a;b | PARSE_ERROR
			POST | /home-hero;x=1 | | 400 | home-hero;x=1 | PARSE_ERROR
			POST | /% | | 400 | % | PARSE_ERROR
			POST | /%zz | | 400 | %zz | PARSE_ERROR
			POST | /100% | | 400 | 100% | PARSE_ERROR
			POST | /a%00b | | 400 | a\0b | PARSE_ERROR
			POST | /../flags/home-hero | | 400 | ../flags/home-hero | PARSE_ERROR
			POST | /home-hero?language=fr | | 400 | home-hero | PARSE_ERROR
			POST | /%C3%A9 | | 404 | é | FLAG_NOT_FOUND
			POST | /home-hero/ | | 404 | home-hero/ | FLAG_NOT_FOUND
			POST | /a/b | | 404 | a/b | FLAG_NOT_FOUND
			POST | / | | 404 | '' | FLAG_NOT_FOUND
			GET | /home-hero | | 405 | home-hero | GENERAL
			PUT | '' | | 405 | | GENERAL
			TRACE | /home-hero | | 405 | home-hero | GENERAL
			POST | /home-hero | Accept: image/png | 406 | home-hero | GENERAL
			POST | /home-hero | Content-Type: nonsense | 415 | home-hero | GENERAL
			POST | '' | Content-Type: a/b;charset=odd | 415 | | GENERAL
			POST | s | | 404 | | GENERAL
			""")
	void aFlagIsRefusedAsTheProtocolHasIt(String method, String key, String header, int status, String said,
			String code) throws Exception {
		RawCall.Answer answer = call(method, "/ofrep/v1/evaluate/flags" + key, header, "{\"context\":{}}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		JsonNode failure = new JsonMapper().readTree(answer.body());
		assertThat(failure.path("key").asString(null)).isEqualTo(said);
		assertThat(failure.path("errorCode").asString("")).isEqualTo(code);
		assertThat(failure.path("errorDetails").asString("")).endsWith(".");
		assertThat(failure.has("status")).isFalse();
		assertThat(answer.header("Allow").contains("POST")).isEqualTo(status == 405);
	}

	@ParameterizedTest
	@CsvSource({ "POST, //ofrep/%zz, 400", "POST, /ofrep/v1//evaluate/flags, 400", "GET, /ofrep/, 404",
			"GET, /ofrep, 404", "GET, /ofrep/v1/configuration, 404" })
	void whatIsNoFlagIsRefusedAlike(String method, String path, int status) throws Exception {
		RawCall.Answer answer = call(method, path, null, "{}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		assertThat(new JsonMapper().readTree(answer.body()).propertyNames()).containsExactly("errorCode",
				"errorDetails");
	}

	@Test
	void whatIsTooLargeIsRefused() throws Exception {
		String large = "{\"a\":\"" + "x".repeat(1 << 20) + "\"}";
		RawCall.Answer answer = call("POST", "/api/v1/profiles", null, large);
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.body()).contains("A body has at most 1048576 bytes.", "\"instance\":\"/api/v1/profiles\"");
		RawCall.Answer flag = call("POST", "/ofrep/v1/evaluate/flags/home-hero", null, large);
		assertThat(new JsonMapper().readTree(flag.body()).path("errorCode").asString("")).isNotEmpty();
		RawCall.Answer line = call("POST", "/ofrep/v1/evaluate/flags/" + "x".repeat(40_000), null, "{}");
		assertThat(line.status()).isEqualTo(400);
	}

	private RawCall.Answer call(String method, String path, @Nullable String header, String body) throws IOException {
		Map<String, String> headers = new LinkedHashMap<>(
				Map.of("Authorization", "Bearer " + this.secret, "Content-Type", "application/json"));
		if (header != null) {
			headers.put(header.replaceFirst(":.*", ""), header.replaceFirst(".*?: ", ""));
		}
		return RawCall.send(this.port, method, path, body,
				headers.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + ": " + entry.getValue())
					.toArray(String[]::new));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET | /api/v1/profiles?phone=%2B33639981245 | phone | email, mobile, externalId, q, limit, cursor
			GET | /api/v1/profiles?email=a@b.example&Email=x&offset=10 | Email, offset | email, mobile
			GET | /api/v1/profiles/externalId:x?fields=email | fields | none
			GET | /api/v1/profiles/externalId:x/consents?efective=true | efective | effective
			GET | /api/v1/profiles/externalId:x/ledger?page=2 | page | limit, cursor
			GET | /api/v1/audiences?q=x | q | limit, cursor
			GET | /api/v1/audiences/x/members?chanel=email | chanel | channel, contactable
			GET | /api/v1/decisions/x/outcomes?since=2026-01-01 | since | from, to
			GET | /api/v1/condition.schema.json?v | v | none
			POST | /api/v1/decisions?dryRun=true | dryRun | none
			DELETE | /api/v1/profiles/externalId:x?soft=1 | soft | none
			PATCH | /api/v1/profiles/externalId:x/consents?by=person | by | none
			POST | /ofrep/v1/evaluate/flags?targetingKey=x | targetingKey | flagConfigEtag, flagConfigLastModified
			POST | /ofrep/v1/evaluate/flags/x?%63ontext=x | context | none
			""")
	void anUnknownParameterIsNamedWithThoseThereAre(String method, String path, String unknown, String known) {
		Answer answer = send(method, path, "{}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(400);
		String said = path.startsWith("/ofrep") ? "errorDetails" : "detail";
		assertThat(json(answer).path(said).asString("")).contains("no parameter " + unknown + " here").contains(known);
	}

	@Test
	void aMissingScopeIsNamed() {
		this.secret = token(Set.of(ApiScope.PROFILES));
		assertMissing("GET", "/api/v1/audiences", "scope audiences");
		assertMissing("POST", "/api/v1/profiles/externalId:x/links", "scope links");
		assertMissing("POST", "/ofrep/v1/evaluate/flags", "scope decisions");
		assertMissing("POST", "/api/v1/decision-batches", "scopes audiences and decisions");
		this.secret = token(Set.of(ApiScope.DECISIONS));
		assertMissing("POST", "/api/v1/decision-batches", "scope audiences");
		assertMissing("GET", "/api/v1/profiles", "scope profiles");
	}

	@Test
	void aTokenThatCallsTooOftenIsToldToWait() {
		String other = token(Set.of(ApiScope.PROFILES));
		this.calls.allow(3, Actor.system());
		for (int call = 0; call < 3; call++) {
			assertThat(get(this.secret)).hasStatusOk();
		}
		assertThat(get(this.secret)).hasStatus(429)
			.containsHeader("Retry-After")
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo(429);
		assertThat(send("POST", "/ofrep/v1/evaluate/flags", "{}").status()).isEqualTo(429);
		assertThat(get(other)).hasStatusOk();
		this.calls.allow(4, Actor.system());
		assertThat(get(this.secret)).hasStatusOk();
	}

	@Test
	void callsComeBackWithTime() {
		Instant[] now = { Instant.parse("2026-03-01T00:00:00Z") };
		Clock clock = new Clock() {
			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(java.time.ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return now[0];
			}
		};
		this.calls.allow(60, Actor.system());
		ApiCallLimit limit = new ApiCallLimit(this.calls, clock);
		var token = this.tokens.findByHash(Sha256.hex(this.secret)).orElseThrow();
		for (int call = 0; call < 60; call++) {
			assertThat(limit.count(token)).isZero();
		}
		assertThat(limit.count(token)).isEqualTo(Duration.ofSeconds(1));
		now[0] = now[0].plusSeconds(2);
		assertThat(List.of(limit.count(token), limit.count(token))).containsOnly(Duration.ZERO);
		assertThat(limit.count(token)).isPositive();
	}

	@Test
	void theLimitIsSetInSettings() {
		assertThat(this.mvc.get().uri("/settings/api-tokens").with(SignIn.admin())).bodyText()
			.contains("name=\"calls\"", "value=\"600000\"");
		for (String wrong : List.of("", "0", "-1", "1.5", "many", "1000001")) {
			assertThat(limit(wrong)).as(wrong).hasStatus(422);
		}
		assertThat(limit("1200")).hasStatus(302);
		assertThat(this.calls.perMinute()).isEqualTo(1200);
	}

	private MvcTestResult limit(String calls) {
		return this.mvc.put()
			.uri("/settings/api-tokens")
			.param("calls", calls)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	private void assertMissing(String method, String path, String scopes) {
		Answer answer = send(method, path, "{}");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(json(answer).path("detail").asString("")).contains("needs the " + scopes + ",");
	}

	private MvcTestResult get(String secret) {
		return this.mvc.get().uri("/api/v1/profiles").header("Authorization", "Bearer " + secret).exchange();
	}

	private Answer send(String method, String path, String body) {
		return this.caller.send(this.caller.request(path)
			.header("Authorization", "Bearer " + this.secret)
			.header("Content-Type", "application/json")
			.method(method, ofString(body))
			.build());
	}

	private String token(Set<ApiScope> scopes) {
		return this.management.create(new ApiTokenForm("Shop " + System.nanoTime(), scopes), Actor.system());
	}

	private static JsonNode json(Answer answer) {
		return new JsonMapper().readTree(answer.body());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
