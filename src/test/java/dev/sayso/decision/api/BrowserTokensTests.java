package dev.sayso.decision.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.NodeProject;
import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiCallSettings;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.offer.Representation;
import dev.sayso.person.People;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.SecretKeys;

import static dev.sayso.account.SignIn.csrf;
import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A token in a web page opens flags and events to pages of the websites it names, for the
 * person whose key the page has, and nothing and nobody else.
 */
@ProductTest
class BrowserTokensTests {

	private static final String SHOP = "https://shop.example";

	private static final String FLAGS = "/ofrep/v1/evaluate/flags";

	private static final String HERO = FLAGS + "/hero";

	private static final Pattern SECRET = Pattern.compile("sayso_browser_[\\w-]{43}");

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	SubjectKeys keys;

	@LocalServerPort
	int port;

	@TempDir
	Path folder;

	private final HttpClient pages = HttpClient.newHttpClient();

	private DecisionSamples samples;

	private String token;

	private ProfileId camille;

	@BeforeEach
	void shop() throws IOException {
		this.samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(says("hello",
					new Representation("web", "", "Hello {{profile.firstName | default: \"you\"}}", null, null)))
			.fallback(says("welcome", "web", "Welcome"))
			.collection("all", "hello");
		this.samples.live("hero", "welcome", scope("web", "all"));
		this.camille = this.people
			.create(Map.of("externalId", "crm-1", "firstName", "Camille", "email", "camille@posteo.example"))
			.id();
		assertThat(this.mvc.patch()
			.uri("/api/v1/profiles/" + this.camille + "/consents")
			.header("Authorization", "Bearer profiles")
			.contentType("application/json")
			.content("{\"personalize\":{\"content\":{\"val\":\"y\"}}}")).hasStatusOk();
		this.token = token("Shop", SHOP + "/\nhttp://localhost:3000");
	}

	@Test
	void aPageOfTheWebsiteMayAskFirstAndReadTheAnswer() throws Exception {
		HttpResponse<String> first = preflight(HERO, SHOP, "authorization,content-type,if-none-match");
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(header(first, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(header(first, "Access-Control-Allow-Methods")).contains("POST");
		assertThat(header(first, "Access-Control-Allow-Headers")).containsIgnoringCase("authorization")
			.containsIgnoringCase("if-none-match");
		assertThat(header(first, "Access-Control-Allow-Credentials")).isNull();
		HttpResponse<String> answer = ask(FLAGS, SHOP, key());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(header(answer, "Access-Control-Expose-Headers")).containsIgnoringCase("etag");
		assertThat(answer.headers().allValues("Vary").toString()).contains("Origin");
	}

	@Test
	void pagesOfOtherWebsitesAreRefused() throws Exception {
		HttpResponse<String> first = preflight(HERO, "https://evil.example", "authorization");
		assertThat(first.statusCode()).isEqualTo(403);
		assertThat(header(first, "Access-Control-Allow-Origin")).isNull();
		for (String origin : Arrays.asList("https://evil.example", "https://shop.example.evil.example", "null",
				"http://shop.example", null)) {
			HttpResponse<String> answer = ask(HERO, origin, key());
			assertThat(answer.statusCode()).as(origin).isEqualTo(403);
			assertThat(header(answer, "Access-Control-Allow-Origin")).isNull();
			assertThat(answer.body()).doesNotContain("Hello", "Welcome");
		}
		assertThat(preflight("/api/v1/decisions", SHOP, "authorization").statusCode()).isEqualTo(403);
	}

	@Test
	void anotherTokensWebsiteIsNotThisOnes() throws Exception {
		token("Other shop", "https://other.example");
		assertThat(preflight(HERO, "https://other.example", "authorization").statusCode()).isEqualTo(200);
		assertThat(ask(HERO, "https://other.example", key()).statusCode()).isEqualTo(403);
	}

	@Test
	void itKnowsAPersonByTheirSubjectKeyAlone() throws Exception {
		assertThat(value(ask(HERO, SHOP, key()))).isEqualTo("Hello Camille");
		for (String other : List.of("crm-1", "externalId:crm-1", "id:" + this.camille, this.camille.toString(),
				"email:camille@posteo.example", "sk_", "sk_AAAA", key() + "A", key().substring(3),
				"externalId:" + key())) {
			HttpResponse<String> answer = ask(HERO, SHOP, other);
			assertThat(answer.statusCode()).as(other).isEqualTo(200);
			assertThat(value(answer)).as(other).isEqualTo("Welcome");
			assertThat(answer.body()).as(other).contains("\"profile\":\"unknown\"");
		}
		assertThat(ask(FLAGS, SHOP, "crm-1").body()).doesNotContain("Camille");
		assertThat(ask(FLAGS, SHOP, key()).body()).contains("Hello Camille");
	}

	@Test
	void aKeyIsOverAfterADayAndOpensNobodyWhoIsGone() {
		SubjectKeys.SubjectKey made = this.keys.make(this.camille);
		assertThat(made.until()).isBetween(Instant.now().plus(Duration.ofHours(23)),
				Instant.now().plus(Duration.ofDays(1)));
		assertThat(this.keys.read(made.key())).contains(this.camille);
		SubjectKeys tomorrow = new SubjectKeys(this.sayso.getBean(SecretKeys.class),
				Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
		assertThat(tomorrow.read(made.key())).isEmpty();
	}

	@Test
	void aServerAsksForTheKeyOfWhoeverIsSignedInThere() {
		MvcTestResult answer = subjectKey("externalId:crm-1", "decisions");
		assertThat(answer).hasStatus(201).headers().hasValue("Cache-Control", "no-store");
		assertThat(answer).bodyJson().extractingPath("$.key").asString().startsWith("sk_");
		assertThat(answer).bodyJson().extractingPath("$.until").asString().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z");
		assertThat(subjectKey("externalId:gone", "decisions")).hasStatus(404);
		assertThat(subjectKey("externalId:crm-1", "profiles")).hasStatus(403);
		assertThat(subjectKey("externalId:crm-1", this.token)).hasStatus(403);
	}

	@Test
	void nothingElseIsOpenToIt() throws Exception {
		for (String path : List.of("/api/v1/decisions", "/api/v1/profiles/" + this.camille + "/subject-keys",
				"/api/v1/decision-batches", "/api/v1/contact-checks")) {
			HttpResponse<String> answer = post(path, SHOP, this.token,
					"{\"profile\":\"externalId:crm-1\",\"scopes\":[{\"decision\":\"hero\"}]}");
			assertThat(answer.statusCode()).as(path).isEqualTo(403);
			assertThat(answer.body()).contains("A browser token opens flags");
		}
		assertThat(this.mvc.get()
			.uri("/api/v1/profiles/" + this.camille)
			.header("Origin", SHOP)
			.header("Authorization", "Bearer " + this.token)).hasStatus(403);
	}

	@Test
	void displaysAndClicksAreToldFromThePage() throws Exception {
		String proposition = JsonPath.read(ask(HERO, SHOP, key()).body(), "$.metadata.proposition");
		HttpResponse<String> told = post("/api/v1/propositions/" + proposition + "/events", SHOP, this.token,
				"{\"type\":\"display\",\"id\":\"1\"}");
		assertThat(told.statusCode()).isEqualTo(204);
		assertThat(header(told, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(this.samples.counted("display")).containsEntry("hello", 1L);
	}

	@Test
	void beyondItsLimitItGetsTheVisitorsAnswerWhichCountsNothing() throws Exception {
		this.sayso.getBean(ApiCallSettings.class).allow(2, Actor.system());
		assertThat(value(ask(HERO, SHOP, key()))).isEqualTo("Hello Camille");
		ask(HERO, SHOP, key());
		for (String path : List.of(HERO, FLAGS)) {
			HttpResponse<String> beyond = ask(path, SHOP, key());
			assertThat(beyond.statusCode()).isEqualTo(200);
			assertThat(beyond.body()).contains("\"profile\":\"unknown\"").doesNotContain("Camille");
			assertThat(header(beyond, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
		}
		assertThat(this.samples.counted("decision").values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
	}

	@Test
	void aStreamIsFollowedFromThePage() throws Exception {
		String url = JsonPath.read(ask(FLAGS, SHOP, key()).body(), "$.eventStreams[0].url");
		HttpResponse<InputStream> stream = this.pages.send(request(URI.create(url).getPath(), SHOP).build(),
				HttpResponse.BodyHandlers.ofInputStream());
		assertThat(stream.statusCode()).isEqualTo(200);
		assertThat(stream.headers().firstValue("Access-Control-Allow-Origin")).contains(SHOP);
		stream.body().close();
	}

	@Test
	void itIsMadeInSettingsForWebsitesAndRevokedThere() throws Exception {
		assertThat(this.mvc.get().uri("/settings/api-tokens").with(SignIn.admin())).bodyText()
			.contains("Web pages", "<code>https://shop.example</code>", "<code>http://localhost:3000</code>");
		assertThat(this.mvc.get().uri("/activity").with(SignIn.admin())).bodyText().contains(SHOP);
		for (String bad : List.of("", "http://shop.example", "https://shop.example/path", "*", "shop")) {
			assertThat(create("Bad", bad)).as(bad).hasStatus(422).bodyText().contains("f-origins-error");
		}
		assertThat(create("Shop", SHOP)).hasStatus(422);
		assertThat(create("Many", "https://a.example\n".repeat(21))).hasStatus(422);
		String id = this.jdbc.sql("select cast(id as varchar) from api_token where name = 'Shop'")
			.query(String.class)
			.single();
		assertThat(this.mvc.delete().uri("/settings/api-tokens/" + id).with(SignIn.admin()).with(csrf()))
			.hasStatus(302);
		assertThat(ask(HERO, SHOP, key()).statusCode()).isEqualTo(401);
		assertThat(preflight(HERO, SHOP, "authorization").statusCode()).isEqualTo(403);
	}

	/** What the page of a decision tells a website to do, done by the provider. */
	@Test
	@Tag("outer")
	void openFeaturesProviderForPagesShowsNobodyWhatWasForThePersonBefore() throws Exception {
		NodeProject node = NodeProject.install(this.folder, "openfeature", "package.json", "page.js");
		String seen = node.run("node", "page.js", "http://localhost:" + this.port, this.token, SHOP, "hero", key());
		assertThat(JsonPath.<String>read(seen, "$.atFirst")).isEqualTo("Welcome");
		assertThat(JsonPath.<String>read(seen, "$.signedIn")).isEqualTo("Hello Camille");
		assertThat(JsonPath.<String>read(seen, "$.signedOut")).isEqualTo("Welcome");
		assertThat(JsonPath.<Integer>read(seen, "$.told")).isEqualTo(204);
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("hello", 1L));
		assertThat(this.samples.counted("display")).isEqualTo(Map.of("hello", 1L));
	}

	private String key() {
		return this.keys.make(this.camille).key();
	}

	private String token(String name, String origins) throws IOException {
		Matcher shown = SECRET.matcher(create(name, origins).getResponse().getContentAsString());
		assertThat(shown.find()).isTrue();
		return shown.group();
	}

	private MvcTestResult create(String name, String origins) {
		return this.mvc.post()
			.uri("/settings/api-tokens/browser")
			.param("name", name)
			.param("origins", origins)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult subjectKey(String person, String token) {
		return this.mvc.post()
			.uri("/api/v1/profiles/{id}/subject-keys", person)
			.header("Origin", SHOP)
			.header("Authorization", "Bearer " + token)
			.exchange();
	}

	private HttpResponse<String> preflight(String path, String origin, String headers) throws Exception {
		return this.pages.send(request(path, origin).method("OPTIONS", HttpRequest.BodyPublishers.noBody())
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", headers)
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> ask(String path, @Nullable String origin, String key) throws Exception {
		return post(path, origin, this.token, "{\"context\":{\"targetingKey\":\"" + key + "\"}}");
	}

	private HttpResponse<String> post(String path, @Nullable String origin, String token, String body)
			throws Exception {
		return this.pages.send(request(path, origin).POST(HttpRequest.BodyPublishers.ofString(body))
			.header("Content-Type", "application/json")
			.header("Authorization", "Bearer " + token)
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path, @Nullable String origin) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		return (origin != null) ? request.header("Origin", origin) : request;
	}

	private static String value(HttpResponse<String> answer) {
		return JsonPath.read(answer.body(), "$.value");
	}

	private static @Nullable String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse(null);
	}

}
