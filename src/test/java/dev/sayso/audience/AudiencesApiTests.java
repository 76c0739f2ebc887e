package dev.sayso.audience;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.condition.Condition;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what callers of the API count on of audiences.
 */
@ProductTest
class AudiencesApiTests extends AudienceConsole {

	private static final String ROOT = "/api/v1/audiences";

	private static final String NDJSON = "application/x-ndjson";

	@Autowired
	RecordSay say;

	@Autowired
	RecordSuppression suppressions;

	@Autowired
	Clock clock;

	@BeforeEach
	void tokens() {
		ApiTokenSamples.addAll(this.jdbc, "audiences", "profiles");
	}

	@Test
	void audiencesAreListedByKeyAndPaged() {
		for (String slug : List.of("charlie", "alpha", "bravo")) {
			audience(slug, country("FR"));
		}
		person("FR", "Ada");
		String first = body(ask(ROOT + "?limit=2", "application/json"));
		assertThat(JsonPath.<List<String>>read(first, "$.items[*].key")).containsExactly("alpha", "bravo");
		assertThat(JsonPath.<List<Integer>>read(first, "$.items[*].size")).containsExactly(1, 1);
		assertThat(first).doesNotContain("condition");
		String last = body(ask(ROOT + "?limit=2&cursor=" + JsonPath.read(first, "$.next"), "application/json"));
		assertThat(JsonPath.<List<String>>read(last, "$.items[*].key")).containsExactly("charlie");
		assertThat(last).doesNotContain("next");
		for (String bad : List.of("?limit=0", "?limit=1001", "?limit=x", "?cursor=%20")) {
			assertThat(ask(ROOT + bad, "application/json")).as(bad).hasStatus(400);
		}
	}

	@Test
	void oneIsFoundByKeyAndByIdAndShowsItsCondition() {
		Audience audience = audience("alpha", country("FR"));
		list("held");
		for (String name : List.of("alpha", audience.id().toString())) {
			assertThat(ask(ROOT + "/" + name, "application/json")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
					{"key":"alpha","name":"Name of alpha","archived":false,"size":0,
					"condition":{"all":[{"fact":"country","operator":"is","value":"FR"}]}}""");
		}
		assertThat(ask(ROOT + "/held", "application/json")).bodyJson().doesNotHavePath("$.condition");
		assertThat(ask(ROOT + "/nobody", "application/json")).hasStatus(404)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(ask(ROOT + "/nobody/members", NDJSON)).hasStatus(404);
	}

	@Test
	void onlyATokenWithTheScopeIsAnswered() {
		audience("alpha");
		for (String path : List.of("", "/alpha", "/alpha/members")) {
			assertThat(this.mvc.get().uri(ROOT + path)).as(path).hasStatus(401);
			assertThat(this.mvc.get().uri(ROOT + path).header("Authorization", "Bearer profiles")).as(path)
				.hasStatus(403);
		}
		assertThat(this.mvc.post().uri(ROOT + "/alpha/membership").header("Authorization", "Bearer profiles"))
			.hasStatus(403);
		assertThat(this.mvc.get().uri("/api/v1/condition.schema.json")).hasStatusOk().bodyText().contains("isOneOf");
		assertThat(this.mvc.get().uri("/api/v1/openapi.json")).bodyJson()
			.hasPath("$.paths['/api/v1/audiences/{id}/members'].get.responses['200'].content['text/csv']")
			.hasPath("$.paths['/api/v1/audiences/{id}/membership'].post.requestBody")
			.hasPath("$.paths['/api/v1/audiences'].get")
			.hasPath("$.paths['/api/v1/condition.schema.json']");
	}

	@Test
	void membersComeAsAccepted() {
		audience("alpha", country("FR"));
		Profile ada = this.people.create(Map.of("country", "FR", "lastName", "=Ada \"A\", A"));
		assertThat(ask(ROOT + "/alpha/members", "text/csv")).hasContentTypeCompatibleWith("text/csv");
		assertThat(body(ask(ROOT + "/alpha/members", "*/*"))).startsWith("id,externalId").contains(ada.id() + ",");
		String line = body(ask(ROOT + "/alpha/members", NDJSON));
		assertThat(line).endsWith("}\n");
		assertThat(JsonPath.<String>read(line, "$.id")).isEqualTo(ada.id().toString());
		assertThat(JsonPath.<Boolean>read(line, "$.contact.email.allowed")).isTrue();
		assertThat(ask(ROOT + "/alpha/members", "application/json")).hasStatus(406)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		audience("nobody", country("NL"));
		assertThat(body(ask(ROOT + "/nobody/members", NDJSON))).isEmpty();
		assertThat(body(ask(ROOT + "/nobody/members", "text/csv")).lines()).hasSize(1);
	}

	@Test
	void filtersThatMeanNothingAreRefused() {
		audience("alpha");
		for (String bad : List.of("?contactable=true", "?channel=pigeon", "?channel=", "?channel=email&contactable=so",
				"?channel=whatsApp&contactable=false", "?channel=email,sms&contactable=true")) {
			assertThat(ask(ROOT + "/alpha/members" + bad, NDJSON)).as(bad)
				.hasStatus(400)
				.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		}
		assertThat(this.jdbc.sql("select count(*) from file_export").query(Integer.class).single()).isZero();
	}

	@Test
	void whoSaidNoIsNeverContactableAlsoByASharedOrASuppressedAddress() {
		audience("alpha", country("FR"));
		List<String> may = new ArrayList<>();
		for (int number = 0; number < 5; number++) {
			may.add(person("FR", "May").id().toString());
		}
		no(person("FR", "Own"));
		no(this.people.create(Map.of("country", "BE", "email", "shared@posteo.example")));
		this.people.create(Map.of("country", "FR", "email", "Shared@posteo.example"));
		this.people.create(Map.of("country", "FR", "email", "bounced@posteo.example"));
		this.suppressions.record("bounced@posteo.example", Suppression.of(Channel.EMAIL, Suppression.Reason.HARD_BOUNCE,
				false, Origin.API, this.clock.instant(), null, null), Actor.system());
		this.people.create(Map.of("country", "FR", "email", ""));
		String path = ROOT + "/alpha/members?channel=email&contactable=";
		assertThat(ids(path + "true")).containsExactlyInAnyOrderElementsOf(may);
		assertThat(ids(path + "false")).hasSize(4).doesNotContainAnyElementsOf(may);
		assertThat(body(ask(path + "true", "text/csv")).lines()).hasSize(6);
		assertThat(ids(ROOT + "/alpha/members")).hasSize(9);
	}

	@Test
	void membersMembershipSizeAndEntriesAgree() {
		List<String> profiles = new ArrayList<>();
		for (int number = 0; number < 1203; number++) {
			profiles.add(this.people.create(Map.of("country", (number % 3 == 0) ? "FR" : "BE")).id().toString());
		}
		audience("alpha", country("FR"));
		this.management.create("not-alpha", "Not", "", Condition.none(in("alpha")), People.OPERATOR);
		Collections.shuffle(profiles, new java.util.Random(3));
		assertThat(ids(ROOT + "/alpha/members")).hasSize(401);
		for (String slug : List.of("alpha", "not-alpha")) {
			String answer = body(membership(slug, json(profiles)));
			assertThat(JsonPath.<List<String>>read(answer, "$.members[*].profile")).isEqualTo(profiles);
			assertThat(JsonPath.<List<String>>read(answer, "$.members[?(@.member == true)].id"))
				.containsExactlyInAnyOrderElementsOf(ids(ROOT + "/" + slug + "/members"));
		}
		assertThat(ask(ROOT + "/alpha", "application/json")).bodyJson().extractingPath("$.size").isEqualTo(401);
		assertThat(get("/exports")).bodyText()
			.contains("in the audience Name of alpha", "401", "in the audience Not.", "802");
		assertThat(get("/activity")).bodyText().contains("exported", "401", "802", "audiences");
	}

	@Test
	void membershipAnswersEachNameInOrder() {
		this.people.create(Map.of("externalId", "crm-1", "email", "ada@posteo.example", "country", "FR"));
		this.people.create(Map.of("email", "two@posteo.example"));
		this.people.create(Map.of("email", "two@posteo.example"));
		audience("alpha", country("FR"));
		String answer = body(membership("alpha",
				json(List.of("externalId:crm-1", "email:nobody@x.example", "email:two@posteo.example",
						"externalId:crm-1", "email:ADA@posteo.example", "nonsense", "", "a\\u0000"))));
		assertThat(JsonPath.<List<Boolean>>read(answer, "$.members[*].member")).containsExactly(true, false, false,
				true, true, false, false, false);
		assertThat(JsonPath.<List<String>>read(answer, "$.members[*].error")).containsExactly("unknown", "ambiguous",
				"unknown", "unknown", "unknown");
		assertThat(JsonPath.<List<String>>read(answer, "$.members[*].id")).hasSize(3);
		assertThat(body(membership("alpha", "{\"profiles\":[]}"))).isEqualTo("{\"members\":[]}");
	}

	@Test
	void aQuestionThatCannotBeReadIsPointedAt() {
		audience("alpha");
		assertThat(membership("alpha", "{\"profiles\":[\"a\",7,null],\"bo/gus\":1}")).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[*].pointer")
			.asArray()
			.containsExactlyInAnyOrder("/profiles/1", "/profiles/2", "/bo~1gus");
		for (String body : List.of("{}", "{\"profiles\":\"a\"}", "[]", "{\"profiles\":null}")) {
			assertThat(membership("alpha", body)).as(body).hasStatus(422);
		}
		assertThat(membership("alpha", "{")).hasStatus(400);
		assertThat(membership("alpha", json(names(10_001)))).hasStatus(413);
		assertThat(membership("alpha", json(names(10_000)))).hasStatusOk();
		assertThat(membership("nobody", json(names(1)))).hasStatus(404);
	}

	@Test
	void whatCannotBeAskedIsAConflictAndNeverEmpty() {
		Audience broken = audience("broken", country("FR"));
		audience("asking", in("broken"));
		this.jdbc.sql("update audience set condition = replace(condition, 'country', 'gone') where id = :id")
			.param("id", broken.id())
			.update();
		for (String slug : List.of("broken", "asking")) {
			assertThat(ask(ROOT + "/" + slug + "/members", NDJSON)).hasStatus(409)
				.bodyText()
				.contains("broken-audience");
			assertThat(membership(slug, json(names(1)))).hasStatus(409)
				.bodyJson()
				.extractingPath("$.errors[0].pointer")
				.asString()
				.startsWith("/condition");
			assertThat(ask(ROOT + "/" + slug, "application/json")).hasStatusOk().bodyJson().doesNotHavePath("$.size");
		}
		assertThat(ask(ROOT, "application/json")).bodyJson().doesNotHavePath("$.items[0].size");
	}

	@Test
	void whatHasGrownTooLargeIsSaidToBeSo() {
		audience("base", country("FR"));
		Condition.Comparison[] lines = new Condition.Comparison[300];
		Arrays.fill(lines, country("BE"));
		audience("beside", lines);
		lines[0] = in("base");
		audience("large", lines);
		this.jdbc
			.sql("update audience set condition = (select condition from audience where slug = 'beside')"
					+ " where slug = 'base'")
			.update();
		assertThat(ask(ROOT + "/large/members", NDJSON)).hasStatus(409)
			.bodyText()
			.contains("cannot be evaluated", "at most 500 comparisons")
			.doesNotContain("no longer there");
	}

	private void no(Profile person) {
		this.say.record(person.id(), Declaration.bySubject(
				List.of(Statement.of(Purpose.marketing(Channel.EMAIL), Choice.NO)), Evidence.NONE, "test", null));
	}

	private List<String> ids(String path) {
		return body(ask(path, NDJSON)).lines().map((line) -> JsonPath.<String>read(line, "$.id")).toList();
	}

	private static List<String> names(int many) {
		return IntStream.range(0, many).mapToObj((number) -> UUID.randomUUID().toString()).toList();
	}

	private static String json(List<String> names) {
		return names.stream().collect(Collectors.joining("\",\"", "{\"profiles\":[\"", "\"]}"));
	}

	private MvcTestResult ask(String path, String accept) {
		return this.mvc.get()
			.uri(URI.create(path))
			.header("Authorization", "Bearer audiences")
			.header("Accept", accept)
			.exchange();
	}

	private MvcTestResult membership(String slug, String body) {
		return this.mvc.post()
			.uri(ROOT + "/" + slug + "/membership")
			.header("Authorization", "Bearer audiences")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String body(MvcTestResult answer) {
		return html(answer);
	}

}
