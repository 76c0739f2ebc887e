package dev.sayso.decision.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.offer.Cap;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a batch answers for everybody as each would be answered alone.
 */
@ProductTest
class DecisionBatchesTests {

	private static final String ROOT = "/api/v1/decision-batches";

	private static final String NDJSON = "application/x-ndjson";

	private static final Condition BELGIAN = Condition.all(new Condition.Comparison("country", Operator.IS, "BE"));

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	RecordSay say;

	DecisionSamples samples;

	@BeforeEach
	void aShop() throws Exception {
		this.samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.placement("mail", "email", "text")
			.offers(says("hello", "web", "<p>Hello {{profile.firstName}}</p>").priority(60),
					says("belgians", "web", "<p>Dag</p>").priority(50).eligible(BELGIAN),
					says("few", "web", "<p>The last ones</p>").priority(30)
						.caps(new Cap(Cap.Event.DECISION, false, 3, Cap.Period.EVER)),
					says("once", "mail", "Once, {{profile.firstName|you}}").priority(20)
						.caps(new Cap(Cap.Event.DECISION, true, 1, Cap.Period.EVER)),
					says("plain", "mail", "All").priority(10))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "hello", "belgians", "few", "once", "plain")
			.collection("few", "few");
		this.samples.live("hero", "welcome", scope("web", "all"), scope("mail", "all"));
		this.samples.live("scarce", "welcome", scope("web", "few"));
		ApiTokenSamples.addAll(this.jdbc, "decisions,audiences", "audiences");
	}

	@Test
	void everybodyIsAnsweredAsIfTheyWereAskedAlone() {
		people(new Random(7), 60);
		ask("{\"scopes\":[{\"decision\":\"hero\",\"placement\":\"mail\"}]}", NDJSON);
		String scopes = "\"scopes\":[{\"decision\":\"hero\"},{\"decision\":\"scarce\"}],\"itemCount\":2,\"dryRun\":true";
		List<String> lines = body(ask("{" + scopes + "}", NDJSON)).lines().toList();
		assertThat(lines).hasSize(60);
		assertThat(lines.stream().map((line) -> JsonPath.<String>read(line, "$.profile"))).isSorted();
		for (String line : lines) {
			String id = JsonPath.read(line, "$.profile");
			String alone = body(this.mvc.post()
				.uri("/api/v1/decisions")
				.header("Authorization", "Bearer decisions")
				.contentType(MediaType.APPLICATION_JSON)
				.content("{\"profile\":\"" + id + "\"," + scopes + "}")
				.exchange());
			assertThat(propositions(line)).as(line).isEqualTo(propositions(alone));
		}
	}

	@Test
	void aDryRunLeavesNothingBehind() {
		people(new Random(8), 5);
		ask("{\"dryRun\":true,\"scopes\":[{\"decision\":\"hero\"},{\"decision\":\"scarce\"}]}", NDJSON);
		for (String table : List.of("proposition", "outcome_count", "cap_count")) {
			assertThat(this.jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isZero();
		}
	}

	@Test
	void capsAreKeptAndWhatWasAnsweredIsInTheStore() {
		people(new Random(9), 8);
		List<String> lines = body(ask("{\"scopes\":[{\"decision\":\"scarce\"}]}", NDJSON)).lines().toList();
		assertThat(lines.stream().filter((line) -> line.contains("\"few\""))).hasSize(3);
		assertThat(lines.stream().filter((line) -> line.contains("CAPPED"))).hasSize(5);
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("few", 3L, "welcome", 5L));
		assertThat(this.jdbc.sql("select taken from cap_count").query(Integer.class).list()).containsExactly(3);
		String proposition = JsonPath.read(lines.get(0), "$.propositions[0].id");
		assertThat(this.mvc.post()
			.uri("/api/v1/propositions/" + proposition + "/events")
			.header("Authorization", "Bearer decisions")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\":\"display\",\"id\":\"1\"}")).hasStatus(204);
		assertThat(body(ask("{\"scopes\":[{\"decision\":\"scarce\"}]}", NDJSON))).doesNotContain("\"few\"");
	}

	@Test
	void onlyThoseInTheAudienceAreAnswered() {
		Profile belgian = this.people.create(Map.of("country", "BE"));
		this.people.create(Map.of("country", "FR"));
		this.jdbc
			.sql("""
					insert into audience (id, version, slug, name, description, condition, created_at, changed_at, changed_by)
					values (:id, 0, 'belgians', 'Belgians', '', :condition, current_timestamp, current_timestamp, '')""")
			.param("id", UUID.randomUUID())
			.param("condition", dev.sayso.condition.ConditionJson.write(BELGIAN))
			.update();
		String scopes = "\"dryRun\":true,\"scopes\":[{\"decision\":\"hero\"}]";
		assertThat(body(ask("{\"audience\":\"belgians\"," + scopes + "}", NDJSON)).lines()).hasSize(1)
			.allMatch((line) -> line.contains(belgian.id().toString()));
		assertThat(ask("{\"audience\":\"gone\"," + scopes + "}", NDJSON)).hasStatus(404)
			.bodyText()
			.contains("/audience");
		this.jdbc.sql("update audience set condition = replace(condition, 'country', 'gone')").update();
		assertThat(ask("{\"audience\":\"belgians\"," + scopes + "}", NDJSON)).hasStatus(409);
	}

	@Test
	void aTableNamesEachScopeAndNoCellActsAsAFormula() {
		Profile evil = this.people.create(Map.of("firstName", "Ada", "externalId", "=1+1"));
		consent(evil.id(), Choice.YES);
		no(evil.id());
		String[] rows = body(ask("{\"dryRun\":true,\"scopes\":[{\"decision\":\"hero\"}]}", "text/csv")).split("\r\n");
		assertThat(rows[0]).isEqualTo("\uFEFFprofile,externalId,hero.web.reason,hero.web.offer,hero.web.content,"
				+ "hero.web.link,hero.mail.reason,hero.mail.mayContact,hero.mail.mayContactWhy,hero.mail.offer,"
				+ "hero.mail.content,hero.mail.link");
		assertThat(rows[1]).isEqualTo(
				evil.id() + ",'=1+1,PICKED,hello,<p>Hello Ada</p>,,PICKED,no,OPTED_OUT,once," + "\"Once, Ada\",");
	}

	@Test
	void aTableForProgramsHasItsCellsAsTheyAre() {
		Profile formula = this.people.create(Map.of("firstName", "Ada", "externalId", "=1+1"));
		Profile number = this.people.create(Map.of("externalId", "+33639981245"));
		String body = "{\"dryRun\":true,\"scopes\":[{\"decision\":\"hero\",\"placement\":\"web\"}]}";
		String[] rows = body(batch("?kind=plain", body)).split("\r\n");
		assertThat(rows[0])
			.isEqualTo("profile,externalId,hero.web.reason,hero.web.offer,hero.web.content,hero.web.link");
		assertThat(List.of(rows)).anyMatch((row) -> row.startsWith(formula.id() + ",=1+1,"))
			.anyMatch((row) -> row.startsWith(number.id() + ",+33639981245,"));
		assertThat(body(batch("?kind=spreadsheet", body))).startsWith("\uFEFF").contains(",'=1+1,", ",'+33639981245,");
		assertThat(batch("?kind=excel", body)).hasStatus(400);
	}

	@Test
	void whatCannotBeAnsweredIsRefusedBeforeTheFirstLine() {
		String hero = "\"scopes\":[{\"decision\":\"hero\"}]";
		assertThat(ask("{\"profile\":\"a\",\"explain\":true," + hero + "}", NDJSON)).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[*].pointer")
			.asArray()
			.containsExactly("/explain", "/profile");
		assertThat(ask("{\"scopes\":[" + "{\"decision\":\"hero\"},".repeat(30) + "{\"decision\":\"hero\"}]}", NDJSON))
			.hasStatus(422);
		assertThat(ask("{\"audience\":7," + hero + "}", NDJSON)).hasStatus(422);
		assertThat(ask("{\"scopes\":[{\"decision\":\"gone\"}]}", NDJSON)).hasStatus(404);
		assertThat(ask("{" + hero + "}", "image/png")).hasStatus(406);
		for (String scope : List.of("decisions", "audiences", "profiles")) {
			assertThat(ask("{" + hero + "}", NDJSON, scope)).as(scope).hasStatus(403);
		}
		assertThat(this.mvc.get().uri("/api/v1/openapi.json")).bodyJson()
			.hasPath("$.paths['/api/v1/decision-batches'].post.responses['200'].content['application/x-ndjson']");
	}

	private void people(Random random, int many) {
		List<String> countries = List.of("BE", "FR", "");
		List<String> languages = List.of("fr", "nl-BE", "");
		for (int number = 0; number < many; number++) {
			Map<String, String> details = new HashMap<>();
			details.put("country", countries.get(random.nextInt(3)));
			details.put("language", languages.get(random.nextInt(3)));
			details.put("firstName", (random.nextInt(3) > 0) ? "Ana & " + number : "");
			details.put("email", (random.nextInt(4) > 0) ? "p" + random.nextInt(20) + "@posteo.example" : "");
			ProfileId person = this.people.create(details).id();
			if (random.nextBoolean()) {
				consent(person, random.nextBoolean() ? Choice.YES : Choice.NO);
			}
			if (random.nextInt(3) == 0) {
				no(person);
			}
		}
	}

	private void consent(ProfileId person, Choice choice) {
		record(person, Statement.of(Purpose.PERSONALIZE_CONTENT, choice));
	}

	private void no(ProfileId person) {
		record(person, Statement.of(Purpose.marketing(Channel.EMAIL), Choice.NO));
	}

	private void record(ProfileId person, Statement statement) {
		this.say.record(person, Declaration.bySubject(List.of(statement), Evidence.NONE, "test", null));
	}

	/** The answers without their ids. */
	private static List<Map<String, Object>> propositions(String answer) {
		List<Map<String, Object>> propositions = new ArrayList<>(
				JsonPath.<List<Map<String, Object>>>read(answer, "$.propositions"));
		propositions.forEach((one) -> one.remove("id"));
		return propositions;
	}

	private MvcTestResult ask(String body, String accept) {
		return ask(body, accept, "decisions,audiences");
	}

	private MvcTestResult ask(String body, String accept, String token) {
		return this.mvc.post()
			.uri(ROOT)
			.header("Authorization", "Bearer " + token)
			.header("Accept", accept)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult batch(String query, String body) {
		return this.mvc.post()
			.uri(ROOT + query)
			.header("Authorization", "Bearer decisions,audiences")
			.header("Accept", "text/csv")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
