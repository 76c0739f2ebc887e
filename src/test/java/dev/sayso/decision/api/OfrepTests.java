package dev.sayso.decision.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.offer.Cap;
import dev.sayso.offer.Representation;
import dev.sayso.person.People;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Decisions as feature flags, by the wire and by OpenFeature's own provider.
 */
@ProductTest
class OfrepTests {

	private static final String ROOT = "/ofrep/v1/evaluate/flags";

	private static final String NOBODY = "{\"context\":{\"anonymous\":true}}";

	/** Whom OpenFeature's own code meets; one line of JSON for each question. */
	private static final String SCRIPT = """
			const { OpenFeature } = require('@openfeature/server-sdk');
			const { OFREPProvider } = require('@openfeature/ofrep-provider');
			(async () => {
			  await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl: process.argv[2],
			    headers: { Authorization: 'Bearer decisions' } }));
			  const client = OpenFeature.getClient();
			  const say = (answer) => console.log(JSON.stringify(answer));
			  say(await client.getStringDetails('hero', 'otherwise', { targetingKey: 'crm-1', language: 'fr' }));
			  say(await client.getObjectDetails('both.app', {}, { targetingKey: 'externalId:crm-1' }));
			  say(await client.getStringDetails('over', 'otherwise', { targetingKey: 'crm-1' }));
			  say(await client.getStringDetails('gone', 'otherwise', { targetingKey: 'crm-1' }));
			  say(await client.getStringDetails('hero', 'otherwise', {}));
			  say(await client.getStringDetails('hero', 'otherwise', { targetingKey: 'nobody' }));
			  say(await client.getStringDetails('empty', 'otherwise', { targetingKey: 'crm-1' }));
			  await OpenFeature.close();
			})();
			""";

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@LocalServerPort
	int port;

	@TempDir
	Path folder;

	DecisionSamples samples;

	@BeforeEach
	void flags() {
		this.samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.placement("app", "app", "json")
			.offers(says("spring", new Representation("web", "fr", "<p>Printemps</p>", null, null),
					new Representation("web", "", "<p>Spring</p>", null, null),
					new Representation("app", "", "{\"title\":\"Spring\",\"tries\":3}", null, null)))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "spring")
			.collection("none");
		this.samples.live("hero", "welcome", scope("web", "all"));
		this.samples.live("both", "welcome", scope("web", "none"), scope("app", "all"));
		this.samples.live("empty", "", scope("web", "none"));
		Decision over = this.samples.live("over", "welcome", scope("web", "all"));
		this.sayso.getBean(DecisionManagement.class)
			.complete(over.id(), this.samples.version(over.id()), People.OPERATOR);
		this.people.create(Map.of("externalId", "crm-1"));
	}

	@Test
	void aFlagIsTheBestOfferAndCountsAsADecision() {
		String body = body(
				ask("/hero", "{\"context\":{\"targetingKey\":\"crm-1\",\"language\":\"fr\",\"plan\":\"gold\"}}"));
		assertThat(JsonPath.<Map<String, Object>>read(body, "$")).containsEntry("key", "hero")
			.containsEntry("value", "<p>Printemps</p>")
			.containsEntry("reason", "TARGETING_MATCH")
			.containsEntry("variant", "spring");
		assertThat(JsonPath.<Map<String, Object>>read(body, "$.metadata")).containsEntry("version", 1)
			.containsEntry("placement", "web")
			.containsEntry("reason", "PICKED")
			.containsKey("proposition");
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("spring", 1L));
		assertThat(JsonPath.<Object>read(body(ask("/both.app", NOBODY)), "$.value"))
			.isEqualTo(Map.of("title", "Spring", "tries", 3));
	}

	@Test
	void theFallbackIsTheDefaultAndWhatIsNotLiveIsDisabled() {
		assertThat(ask("/both.web", NOBODY)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"key":"both.web","value":"<p>Welcome</p>","variant":"welcome","reason":"DEFAULT"}""");
		assertThat(ask("/over", NOBODY)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"key":"over","value":"<p>Welcome</p>","variant":"welcome","reason":"DISABLED"}""");
		assertThat(ask("/empty", NOBODY)).hasStatusOk()
			.bodyJson()
			.doesNotHavePath("$.value")
			.extractingPath("$.reason")
			.isEqualTo("DEFAULT");
	}

	@Test
	void aKeyThatWasGivenOutGoesOnWorkingWhenScopesJoin() {
		Decision hero = this.samples.live("banner", "welcome", scope("web", "all"));
		value("banner", "<p>Spring</p>");
		value("banner.web", "<p>Spring</p>");
		this.sayso.getBean(DecisionManagement.class)
			.edit(hero.id(), this.samples.version(hero.id()), hero.name(), "",
					hero.draft().with(List.of(scope("web", "all"), scope("app", "none"))), People.OPERATOR);
		this.sayso.getBean(DecisionManagement.class)
			.publish(hero.id(), this.samples.version(hero.id()), People.OPERATOR);
		value("banner", "<p>Spring</p>");
		value("banner.web", "<p>Spring</p>");
		assertThat(ask("/banner.app", NOBODY)).hasStatusOk().bodyJson().extractingPath("$.reason").isEqualTo("DEFAULT");
		assertThat(JsonPath.<List<String>>read(body(ask("", NOBODY)), "$.flags[?(@.key=~/banner.*/)].key"))
			.containsExactly("banner", "banner.app", "banner.web");
	}

	private void value(String key, String value) {
		assertThat(ask("/" + key, NOBODY)).hasStatusOk().bodyJson().extractingPath("$.value").isEqualTo(value);
		assertThat(JsonPath.<List<String>>read(body(ask("", NOBODY)), "$.flags[?(@.key=='" + key + "')].value"))
			.containsExactly(value);
	}

	@Test
	void anUnknownKeyIsToldThoseNearIt() {
		for (Map.Entry<String, String> near : Map
			.of("heros", "Near it: hero.", "Hero", "Near it: hero.", "bothapp", "Near it: both.app", "both.gone",
					"Near it: both, both.web, both.app.", "hero.app", "Near it: hero, hero.web.")
			.entrySet()) {
			assertThat(JsonPath.<String>read(body(ask("/" + near.getKey(), NOBODY)), "$.errorDetails"))
				.startsWith("No decision has this key.")
				.contains(near.getValue());
		}
		assertThat(JsonPath.<String>read(body(ask("/" + "quite-another-thing".repeat(50), NOBODY)), "$.errorDetails"))
			.isEqualTo("No decision has this key.");
	}

	@Test
	void failuresHaveTheProtocolsCodes() {
		for (String gone : List.of("gone", "both.gone", "hero.", ".web")) {
			refused(ask("/" + gone, NOBODY), 404, gone, "FLAG_NOT_FOUND");
		}
		for (String body : List.of("", "{", "[]", "{\"context\":{}} x")) {
			refused(ask("/hero", body), 400, "hero", "PARSE_ERROR");
		}
		for (String body : List.of("{}", "{\"context\":null}", "{\"context\":{}}",
				"{\"context\":{\"targetingKey\":\"\"}}", "{\"context\":{\"anonymous\":\"true\"}}")) {
			refused(ask("/hero", body), 400, "hero", "TARGETING_KEY_MISSING");
			visitor(ask("", body), "$.flags[?(@.key=='hero')]");
		}
		for (String body : List.of("{\"context\":{\"targetingKey\":7}}",
				"{\"context\":{\"anonymous\":true,\"language\":\"x\"}}")) {
			refused(ask("/hero", body), 400, "hero", "INVALID_CONTEXT");
			visitor(ask("", body), "$.flags[?(@.key=='hero')]");
		}
		refused(ask("/hero", "{\"context\":[]}"), 400, "hero", "INVALID_CONTEXT");
		refused(ask("", "{\"context\":[]}"), 400, null, "INVALID_CONTEXT");
		assertThat(this.mvc.post().uri(ROOT + "/hero")).hasStatus(401);
		assertThat(this.mvc.post().uri(ROOT).header("Authorization", "Bearer profiles")).hasStatus(403);
		assertThat(this.mvc.get().uri(ROOT).header("Authorization", "Bearer decisions")).hasStatus(405);
	}

	/**
	 * A provider that is told of an error goes on with the values of the person before.
	 */
	@Test
	void whoeverCannotBeToldIsAVisitor() {
		this.people.create(Map.of("email", "two@posteo.example"));
		this.people.create(Map.of("email", "two@posteo.example"));
		for (String key : List.of("nobody", "email:two@posteo.example", "email:", "mobile:x", "id:7", "a:b", " ",
				"crm-2", "CRM-1", "crm-1\\u0000", "\\ud800", "x".repeat(5000), "{{profile.firstName}}",
				"' or 1=1 --")) {
			String context = "{\"context\":{\"targetingKey\":\"" + key + "\"}}";
			visitor(ask("/hero", context), "$");
			visitor(ask("", context), "$.flags[?(@.key=='hero')]");
		}
		assertThat(body(ask("", "{\"context\":{\"targetingKey\":\"crm-1\"}}"))).doesNotContain("\"profile\"");
		String tag = String
			.valueOf(ask("", "{\"context\":{\"targetingKey\":\"crm-1\"}}").getResponse().getHeader("ETag"));
		assertThat(all("{\"context\":{\"targetingKey\":\"gone\"}}", tag)).hasStatusOk();
	}

	private static void visitor(MvcTestResult answer, String flag) {
		assertThat(answer).hasStatusOk();
		assertThat(JsonPath.parse(body(answer)).read(flag).toString()).contains("profile").contains("unknown");
	}

	@Test
	void allFlagsComeAtOnceAreNotCountedAndNotSentTwice() {
		this.samples.offers(says("once", "web", "Once").caps(new Cap(Cap.Event.DECISION, false, 1, Cap.Period.DAY)))
			.collection("onces", "once")
			.live("capped", "welcome", scope("web", "onces"));
		String context = "{\"context\":{\"targetingKey\":\"crm-1\"}}";
		MvcTestResult first = ask("", context);
		assertThat(JsonPath.<List<String>>read(body(first), "$.flags[*].key")).containsExactly("both", "both.app",
				"both.web", "capped", "capped.web", "empty", "empty.web", "hero", "hero.web");
		String tag = String.valueOf(first.getResponse().getHeader("ETag"));
		assertThat(ask("", context)).headers().hasValue("ETag", tag);
		for (String known : List.of(tag, "\"x\", W/" + tag, "*")) {
			assertThat(all(context, known)).hasStatus(304).bodyText().isEmpty();
		}
		assertThat(this.samples.counted("decision")).isEmpty();
		assertThat(ask("/capped", context)).hasStatusOk();
		assertThat(all(context, tag)).hasStatusOk()
			.headers()
			.satisfies((headers) -> assertThat(headers.getETag()).isNotEqualTo(tag));
	}

	@Test
	void whatComesAtOnceIsCountedWithTheFirstThatIsToldOfIt() {
		this.samples.offers(says("rare", "web", "Rare").caps(new Cap(Cap.Event.DECISION, false, 1, Cap.Period.DAY)))
			.collection("rares", "rare")
			.live("capped", "welcome", scope("web", "rares"));
		String context = "{\"context\":{\"targetingKey\":\"crm-1\"}}";
		String name = proposition(ask("", context));
		assertThat(proposition(ask("", context))).isNotEqualTo(name);
		assertThat(tell(name, "display", "1")).hasStatus(204);
		assertThat(tell(name, "display", "1")).hasStatus(204);
		assertThat(tell(name, "click", "2")).hasStatus(204);
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("rare", 1L));
		assertThat(this.samples.counted("display")).isEqualTo(Map.of("rare", 1L));
		assertThat(this.samples.counted("click")).isEqualTo(Map.of("rare", 1L));
		assertThat(body(ask("/capped", context))).contains("Welcome", "CAPPED");
		assertThat(tell(name + "A", "display", "3")).hasStatus(404);
		assertThat(tell(name.substring(4), "display", "3")).hasStatus(404);
	}

	private static String proposition(MvcTestResult bulk) {
		return JsonPath.<List<String>>read(body(bulk), "$.flags[?(@.key=='capped')].metadata.proposition").get(0);
	}

	private MvcTestResult tell(String proposition, String type, String id) {
		return this.mvc.post()
			.uri("/api/v1/propositions/" + proposition + "/events")
			.header("Authorization", "Bearer decisions")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\":\"" + type + "\",\"id\":\"" + id + "\"}")
			.exchange();
	}

	@Test
	@Tag("outer")
	void openFeaturesOwnProviderUnderstandsIt() throws Exception {
		assumeTrue(
				run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", ".",
						"@openfeature/ofrep-provider@0.1.3", "@openfeature/server-sdk@1.23.0") != null,
				"no Node, or no registry");
		Files.writeString(this.folder.resolve("ask.cjs"), SCRIPT);
		String told = run("node", "ask.cjs", "http://127.0.0.1:" + this.port);
		assertThat(told).isNotNull();
		List<String> lines = told.lines().toList();
		assertThat(lines).as(told).hasSize(7);
		assertThat(lines.get(0)).contains("\"value\":\"<p>Printemps</p>\"", "\"reason\":\"TARGETING_MATCH\"",
				"\"variant\":\"spring\"", "\"placement\":\"web\"");
		assertThat(lines.get(1)).contains("\"value\":{\"title\":\"Spring\",\"tries\":3}");
		assertThat(lines.get(2)).contains("\"value\":\"<p>Welcome</p>\"", "\"reason\":\"DISABLED\"");
		assertThat(lines.get(3)).contains("\"value\":\"otherwise\"", "FLAG_NOT_FOUND");
		assertThat(lines.get(4)).contains("\"value\":\"otherwise\"", "TARGETING_KEY_MISSING");
		assertThat(lines.get(5)).contains("\"value\":\"<p>Spring</p>\"", "\"profile\":\"unknown\"");
		assertThat(lines.get(6)).contains("\"value\":\"otherwise\"");
	}

	/** What a command prints; null where it cannot be run. */
	private @Nullable String run(String... command) throws InterruptedException {
		try {
			Path printed = this.folder.resolve("printed");
			Process process = new ProcessBuilder(command).directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(printed.toFile())
				.start();
			boolean ended = process.waitFor(60, TimeUnit.SECONDS);
			process.destroy();
			return (ended && process.exitValue() == 0) ? Files.readString(printed) : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	private void refused(MvcTestResult answer, int status, @Nullable String key, String code) {
		assertThat(answer).as(code).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
		Map<String, Object> body = JsonPath.read(body(answer), "$");
		assertThat(body).containsEntry("errorCode", code).containsKey("errorDetails");
		assertThat(body.get("key")).isEqualTo(key);
	}

	private MvcTestResult ask(String flag, String body) {
		return this.mvc.post()
			.uri(ROOT + flag)
			.header("Authorization", "Bearer decisions")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult all(String body, String known) {
		return this.mvc.post()
			.uri(ROOT)
			.header("Authorization", "Bearer decisions")
			.header("If-None-Match", known)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String body(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
