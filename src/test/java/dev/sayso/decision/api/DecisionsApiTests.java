package dev.sayso.decision.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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
import dev.sayso.condition.Condition;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.decision.outcome.DecisionSettings;
import dev.sayso.decision.outcome.OutcomeCleanup;
import dev.sayso.decision.outcome.OutcomeRecorder;
import dev.sayso.decision.outcome.OutcomeRows;
import dev.sayso.decision.outcome.OutcomeWriter;
import dev.sayso.decision.outcome.StoredProposition;
import dev.sayso.offer.Cap;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.ProfileId;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class DecisionsApiTests {

	static final String ROOT = "/api/v1/decisions";

	static final String HERO = "\"scopes\":[{\"decision\":\"hero\",\"placement\":\"web\"}]";

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

	@Autowired
	EraseProfile erase;

	DecisionSamples samples;

	@BeforeEach
	void aShop() {
		this.samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(says("hello", "web", "<p>Hello {{profile.firstName}}</p>").priority(60),
					says("belgians", "web", "<p>Dag</p>").priority(50)
						.eligible(Condition.all(new Condition.Comparison("country", Operator.IS, "BE"))),
					says("plain", "web", "<p>Spring &amp; all</p>").priority(40))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "hello", "belgians", "plain")
			.collection("personal", "hello", "belgians");
		this.samples.live("hero", "welcome", scope("web", "all"));
		this.samples.live("greeting", "welcome", scope("web", "personal"));
	}

	@Test
	void somebodyWhoConsentsGetsTheBestOffer() {
		Profile ada = consenting(Map.of("firstName", "Ada & Co", "externalId", "crm-1", "email", "ada@posteo.example"));
		for (String name : List.of(ada.id().toString(), "externalId:crm-1", "email:ADA@posteo.example",
				"mobile:" + ada.details().mobile())) {
			assertThat(ask("{\"profile\":\"" + name + "\"," + HERO + "}")).as(name)
				.hasStatusOk()
				.hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
				.bodyJson()
				.isLenientlyEqualTo(
						"""
								{"propositions":[{"decision":"hero","placement":"web","reason":"PICKED","items":[
								{"offer":"hello","name":"Name of hello","content":"<p>Hello Ada &amp; Co</p>","contentType":"html",
								"score":60}]}]}""")
				.doesNotHavePath("$.propositions[0].fallback")
				.doesNotHavePath("$.propositions[0].trace")
				.doesNotHavePath("$.propositions[0].contact")
				.doesNotHavePath("$.propositions[0].items[0].alt");
		}
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("hello", 4L));
	}

	@Test
	void whoDoesNotConsentGetsWhatReadsNothingOfThemElseTheFallback() {
		ProfileId silent = this.people.somebody();
		for (String whom : List.of("\"profile\":\"" + silent + "\",", "\"profile\":null,", "")) {
			assertThat(ask("{" + whom + HERO + "}")).bodyJson()
				.extractingPath("$.propositions[0].items[*].offer")
				.asArray()
				.containsExactly("plain");
			assertThat(ask("{" + whom + "\"scopes\":[{\"decision\":\"greeting\"}],\"language\":\"fr\"}")).bodyJson()
				.isLenientlyEqualTo(
						"""
								{"propositions":[{"decision":"greeting","placement":"web","reason":"PERSONALIZATION_REFUSED",
								"fallback":{"offer":"welcome","name":"Name of welcome","content":"<p>Welcome</p>","contentType":"html"}}]}""")
				.doesNotHavePath("$.propositions[0].items")
				.doesNotHavePath("$.propositions[0].fallback.score");
		}
	}

	@Test
	void whereThereIsNothingToShowTheItemsAreEmpty() {
		this.samples.live("bare", "", scope("web", "personal"));
		assertThat(ask("{\"scopes\":[{\"decision\":\"bare\"}]}")).bodyJson()
			.hasPathSatisfying("$.propositions[0].items", (items) -> assertThat(items).asArray().isEmpty())
			.doesNotHavePath("$.propositions[0].fallback");
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("", 1L));
	}

	@Test
	void eachKindOfContentComesInItsOwnForm() {
		this.samples.placement("app", "app", "json")
			.placement("mail", "email", "imageLink")
			.offers(says("data", "app", "{\"title\":\"Hi\",\"n\":[1]}"),
					says("image",
							new Representation("mail", "fr-BE", "https://cdn.example/a.png", "Un chat",
									"https://shop.example/"),
							new Representation("mail", "fr", "https://cdn.example/b.png", "Un autre", null)))
			.collection("others", "data", "image")
			.live("forms", "", scope("app", "others"), scope("mail", "others"));
		ProfileId reachable = this.people.somebody();
		String body = body(ask(
				"{\"profile\":\"" + reachable + "\",\"scopes\":[{\"decision\":\"forms\"}],\"language\":\"fr-BE\"}"));
		assertThat(JsonPath.<Object>read(body, "$.propositions[0].items[0].content"))
			.isEqualTo(Map.of("title", "Hi", "n", List.of(1)));
		assertThat(JsonPath.<Map<String, Object>>read(body, "$.propositions[1].items[0]"))
			.containsEntry("content", "https://cdn.example/a.png")
			.containsEntry("alt", "Un chat")
			.containsEntry("link", "https://shop.example/")
			.containsEntry("language", "fr-BE")
			.containsEntry("contentType", "imageLink");
		assertThat(JsonPath.<Object>read(body, "$.propositions[1].contact"))
			.isEqualTo(Map.of("channel", "email", "allowed", true, "reasons", List.of()));
		say(reachable, Purpose.MARKETING_ANY, Choice.NO);
		String refused = body(ask("{\"profile\":\"" + reachable + "\",\"scopes\":[{\"decision\":\"forms\","
				+ "\"placement\":\"mail\"}],\"language\":\"fr\"}"));
		assertThat(JsonPath.<Object>read(refused, "$.propositions[0].contact")).isEqualTo(
				Map.of("channel", "email", "allowed", false, "reasons", List.of(Map.of("code", "OPTED_OUT_ANY"))));
		assertThat(body(ask("{\"scopes\":[{\"decision\":\"forms\"}]}"))).contains("ADDRESS_MISSING");
	}

	@Test
	void aFormulaThatLacksAValueLeavesThePriorityUnlessItIsStrict() {
		this.samples.collection("plains", "plain");
		for (String formula : List.of("context.boost * 2.0", "profile.city == 'Gent' ? 1.0 : 2.0",
				"offer.attributes.margin + 1.0")) {
			String key = "by-" + formula.replaceAll("[^a-z]+", "-") + "x";
			this.samples.live(key, "welcome",
					new DecisionScope("web", List.of(new Criterion(0, "plains", "", formula, false))));
			this.samples.live(key + "-strict", "welcome", new DecisionScope("web",
					List.of(new Criterion(0, "plains", "", formula, false, MissingValue.OUT))));
			Profile ada = consenting(Map.of("firstName", "Ada", "city", ""));
			String asked = "{\"profile\":\"" + ada.id() + "\",\"explain\":true,\"scopes\":[{\"decision\":\"" + key;
			String body = body(ask(asked + "\"}]}"));
			assertThat(JsonPath.<String>read(body, "$.propositions[0].items[0].offer")).isEqualTo("plain");
			assertThat(JsonPath.<Integer>read(body, "$.propositions[0].items[0].score")).isEqualTo(40);
			assertThat(JsonPath.<String>read(body, "$.propositions[0].trace[0].detail"))
				.endsWith("which is not known; its priority counts instead.");
			String strict = body(ask(asked + "-strict\"}]}"));
			assertThat(JsonPath.<String>read(strict, "$.propositions[0].fallback.offer")).isEqualTo("welcome");
			assertThat(JsonPath.<String>read(strict, "$.propositions[0].trace[0].outcome")).isEqualTo("FORMULA_FAILED");
		}
	}

	@Test
	void numbersOfJsonComeAsTheyWereWritten() {
		String json = "{\"huge\":1e400,\"fine\":0.12345678901234567890123456789,\"long\":123456789012345678901234567890,"
				+ "\"money\":19.90,\"tiny\":-2.5E-400}";
		this.samples.placement("app", "app", "json").offers(says("exact", "app", json)).collection("exact", "exact");
		this.samples.live("exact", "", scope("app", "exact"));
		String body = body(ask("{\"scopes\":[{\"decision\":\"exact\"}]}"));
		assertThat(body).contains("\"huge\":1E+400", "\"fine\":0.12345678901234567890123456789",
				"\"long\":123456789012345678901234567890", "\"money\":19.90", "\"tiny\":-2.5E-400");
	}

	@Test
	void offersThatSayNothingInAPersonsLanguageAreAReasonOfTheirOwn() {
		this.samples
			.offers(says("english", new Representation("web", "en", "<p>Spring</p>", null, null)),
					says("belgian", new Representation("web", "fr-BE", "<p>Belge</p>", null, null)),
					says("main", new Representation("web", "en", "<p>Main</p>", null, null, true),
							new Representation("web", "fr", "<p>Principal</p>", null, null)))
			.collection("written", "english", "belgian")
			.collection("mainly", "main");
		this.samples.live("written", "welcome", scope("web", "written"));
		this.samples.live("mainly", "welcome", scope("web", "mainly"));
		for (String language : List.of("nl", "fr", "de-AT")) {
			String body = body(ask(
					"{\"scopes\":[{\"decision\":\"written\"}],\"explain\":true,\"language\":\"" + language + "\"}"));
			assertThat(JsonPath.<String>read(body, "$.propositions[0].reason")).isEqualTo("NO_TEXT_IN_LANGUAGE");
			assertThat(JsonPath.<String>read(body, "$.propositions[0].fallback.offer")).isEqualTo("welcome");
			assertThat(JsonPath.<List<String>>read(body, "$.propositions[0].trace[*].outcome"))
				.containsExactly("NO_TEXT_IN_LANGUAGE", "NO_TEXT_IN_LANGUAGE");
		}
		assertThat(shown("written", "\"language\":\"en-GB\",")).isEqualTo("<p>Spring</p>");
		assertThat(shown("written", "\"language\":\"fr-be\",")).isEqualTo("<p>Belge</p>");
		assertThat(shown("mainly", "")).isEqualTo("<p>Main</p>");
		assertThat(shown("mainly", "\"language\":\"nl\",")).isEqualTo("<p>Main</p>");
		assertThat(shown("mainly", "\"language\":\"fr-CA\",")).isEqualTo("<p>Principal</p>");
	}

	@Test
	void theReasonForAFallbackIsTheFurthestCheckThatAnyOfferReached() {
		this.samples.offers(says("rare", "web", "Rare").caps(new Cap(Cap.Event.DECISION, false, 1, Cap.Period.EVER)),
				says("english", new Representation("web", "en", "Spring", null, null)),
				says("consenters", "web", "Yours").eligible(
						Condition.all(new Condition.Comparison("consents.personalize.content", Operator.IS, true))),
				says("over", "web", "Over")
					.during(new Validity(null, LocalDateTime.of(2020, 1, 1, 0, 0), "Europe/Brussels")));
		assertThat(reason("", "rare")).isEqualTo("PICKED");
		assertThat(reason("")).isEqualTo("NOTHING_ELIGIBLE");
		assertThat(reason("", "hello", "belgians")).isEqualTo("PERSONALIZATION_REFUSED");
		assertThat(reason("", "consenters", "hello")).isEqualTo("NOT_FOR_THEM");
		assertThat(reason("", "hello", "over", "consenters")).isEqualTo("OUTSIDE_DATES");
		assertThat(reason("", "hello", "english", "over")).isEqualTo("NO_TEXT_IN_LANGUAGE");
		assertThat(reason("", "hello", "rare")).isEqualTo("CAPPED");
		assertThat(reason("", "rare", "english")).isEqualTo("CAPPED");
		assertThat(reason("offer.attributes.margin", "english", "plain", "hello")).isEqualTo("FORMULA_FAILED");
		assertThat(reason("offer.attributes.margin", "rare", "english")).isEqualTo("FORMULA_FAILED");
		assertThat(reason("has(offer.attributes.margin) ? 2.0 : 1.0", "rare", "english")).isEqualTo("CAPPED");
	}

	/** Why a visitor who reads Dutch gets what they get of some offers. */
	private String reason(String formula, String... offers) {
		String key = "furthest-" + Long.toString(System.nanoTime(), 36);
		this.samples.collection(key, offers)
			.live(key, "welcome",
					new DecisionScope("web", List.of(new Criterion(0, key, "", formula, false, MissingValue.OUT))));
		return JsonPath.read(body(ask("{\"language\":\"nl\",\"scopes\":[{\"decision\":\"" + key + "\"}]}")),
				"$.propositions[0].reason");
	}

	private String shown(String decision, String asked) {
		return JsonPath.read(body(ask("{" + asked + "\"scopes\":[{\"decision\":\"" + decision + "\"}]}")),
				"$.propositions[0].items[0].content");
	}

	@Test
	void aTraceTellsWhyDownToTheComparison() {
		Profile ada = consenting(Map.of("firstName", "Ada", "country", "FR"));
		String body = body(ask("{\"profile\":\"" + ada.id() + "\",\"explain\":true,\"dryRun\":true," + HERO + "}"));
		assertThat(JsonPath.<List<String>>read(body, "$.propositions[0].trace[*].outcome")).containsExactly("PICKED",
				"NOT_ELIGIBLE", "OUTRANKED");
		assertThat(JsonPath.<String>read(body, "$.propositions[0].trace[1].detail"))
			.startsWith("The offer is not for this person. Not met: ")
			.contains("Belgium")
			.endsWith("Known: France.");
		assertThat(JsonPath.<Map<String, Object>>read(body, "$.propositions[0].trace[1].comparison"))
			.containsEntry("condition", Map.of("fact", "country", "operator", "is", "value", "BE"))
			.containsEntry("known", List.of("FR"));
		assertThat(JsonPath.<Map<String, Object>>read(body, "$.propositions[0].trace[0]")).containsEntry("criterion", 1)
			.containsEntry("collection", "all")
			.containsEntry("name", "Name of hello")
			.containsEntry("score", 60);
		assertThat(this.samples.counted("decision")).isEmpty();
	}

	@Test
	void theAnswerHoldsAsManyAsAreAskedForAndEachOfferOnce() {
		assertThat(body(ask("{\"itemCount\":100," + HERO + "}"))).contains("plain").doesNotContain("belgians");
		Profile belgian = consenting(Map.of("country", "BE"));
		String body = body(ask("{\"profile\":\"" + belgian.id() + "\",\"itemCount\":2,\"scopes\":"
				+ "[{\"decision\":\"hero\"},{\"decision\":\"greeting\"}]}"));
		assertThat(JsonPath.<List<String>>read(body, "$.propositions[0].items[*].offer")).containsExactly("hello",
				"belgians");
		assertThat(JsonPath.<String>read(body, "$.propositions[1].reason")).isEqualTo("NOTHING_ELIGIBLE");
	}

	@Test
	void whatIsWrongInABodyIsPointedAt() {
		assertThat(pointers(ask("""
				{"profile":7,"scopes":[{"decision":"hero","bo/gus":1},{"placement":"web"},3],"itemCount":101,
				"context":[],"language":"not a language","explain":"yes","dryRun":1,"x~y":2}"""), 422))
			.containsExactlyInAnyOrder("/profile", "/scopes/0/bo~1gus", "/scopes/1/decision", "/scopes/2", "/itemCount",
					"/context", "/language", "/explain", "/dryRun", "/x~0y");
		for (String scopes : List.of("", "\"scopes\":null", "\"scopes\":[]", "\"scopes\":\"hero\"",
				"\"scopes\":[" + "{\"decision\":\"hero\"},".repeat(30) + "{\"decision\":\"hero\"}]")) {
			assertThat(pointers(ask("{" + scopes + "}"), 422)).as(scopes).containsExactly("/scopes");
		}
		assertThat(body(ask("{\"scopes\":[" + "{\"decision\":\"hero\"},".repeat(30) + "{\"decision\":\"hero\"}]}")))
			.contains("at most 30 scopes, each with at most 100 offers");
		for (String count : List.of("0", "-1", "1.5", "\"1\"", "1e9", "99999999999")) {
			assertThat(pointers(ask("{\"itemCount\":" + count + "," + HERO + "}"), 422)).as(count)
				.containsExactly("/itemCount");
		}
		for (String language : List.of("\"\"", "\"x\"", "\"français\"", "7")) {
			assertThat(pointers(ask("{\"language\":" + language + "," + HERO + "}"), 422)).as(language)
				.containsExactly("/language");
		}
		assertThat(ask("{")).hasStatus(400);
		assertThat(ask("[]")).hasStatus(422);
		assertThat(this.mvc.post().uri(ROOT).header("Authorization", "Bearer decisions").content("x")).hasStatus(415);
		assertThat(this.mvc.get().uri(ROOT).header("Authorization", "Bearer decisions")).hasStatus(405);
	}

	@Test
	void whatIsNotThereIsPointedAt() {
		assertThat(pointers(
				ask("{\"scopes\":[{\"decision\":\"gone\"},{\"decision\":\"hero\",\"placement\":\"gone\"}]}"), 404))
			.containsExactly("/scopes/0/decision", "/scopes/1/placement");
		for (String nobody : List.of(UUID.randomUUID().toString(), "externalId:gone", "email:gone@posteo.example",
				"mobile:+32470000000", "mobile:no", "nonsense", "", "a\\u0000")) {
			unknown("\"profile\":\"" + nobody + "\",");
		}
		unknown("");
		unknown("\"profile\":null,");
		this.people.create(Map.of("email", "two@posteo.example"));
		this.people.create(Map.of("email", "two@posteo.example"));
		unknown("\"profile\":\"email:two@posteo.example\",");
		assertThat(ask("{\"profile\":\"" + this.people.somebody() + "\"," + HERO + "}")).hasStatusOk()
			.bodyJson()
			.doesNotHavePath("$.profile");
	}

	/**
	 * Whoever cannot be told is a visitor: no error lets a client go on with what it was
	 * told of somebody else.
	 */
	private void unknown(String profile) {
		assertThat(ask("{" + profile + HERO + "}")).as(profile).hasStatusOk().bodyJson().satisfies((body) -> {
			body.assertThat().extractingPath("$.profile").isEqualTo("unknown");
			body.assertThat().extractingPath("$.propositions[0].decision").isEqualTo("hero");
			body.assertThat().doesNotHavePath("$.candidates");
		});
	}

	@Test
	void declaredAttributesAndFixedListsAreReadWhereTheyAreAsked() {
		UUID tier = UUID.randomUUID();
		UUID club = UUID.randomUUID();
		this.jdbc.sql("""
				insert into attribute (id, version, name, label, type, options, created_at)
				values (:id, 0, 'tier', 'Tier', 'TEXT', '[]', current_timestamp)""").param("id", tier).update();
		this.jdbc.sql("""
				insert into audience (id, version, slug, name, description, created_at, changed_at, changed_by)
				values (:id, 0, 'club', 'Club', '', current_timestamp, current_timestamp, 'test')""")
			.param("id", club)
			.update();
		this.samples
			.offers(says("golden", "web", "{{profile.attributes.tier}}").priority(99)
				.eligible(Condition.all(new Condition.Comparison("attributes.tier", Operator.IS, "gold"))),
					says("club", "web", "Club").priority(98)
						.eligible(Condition.all(new Condition.Comparison("audiences.club", Operator.IS, true))),
					says("mailable", "web", "Mail").priority(97)
						.eligible(Condition.all(new Condition.Comparison("reach.email", Operator.IS, "may"))))
			.collection("asking", "golden", "club", "mailable")
			.live("asking", "welcome", scope("web", "asking"));
		Profile ada = consenting(Map.of());
		String whom = "{\"profile\":\"" + ada.id() + "\",\"itemCount\":9,\"scopes\":[{\"decision\":\"asking\"}]}";
		assertThat(offers(whom)).containsExactly("mailable");
		this.jdbc.sql(
				"insert into profile_attribute (profile_id, attribute_id, text_value, text_key) values (:p, :a, 'Gold', 'gold')")
			.param("p", ada.id().id())
			.param("a", tier)
			.update();
		this.jdbc.sql("insert into audience_member (audience_id, profile_id) values (:a, :p)")
			.param("a", club)
			.param("p", ada.id().id())
			.update();
		assertThat(offers(whom)).containsExactly("golden", "club", "mailable");
		assertThat(body(ask(whom))).contains("\"content\":\"Gold\"");
		assertThat(body(ask("{\"scopes\":[{\"decision\":\"asking\"}]}"))).contains("PERSONALIZATION_REFUSED");
	}

	private List<String> offers(String asked) {
		return JsonPath.read(body(ask(asked)), "$.propositions[0].items[*].offer");
	}

	@Test
	void onlyATokenWithTheScopeIsAnswered() {
		for (String path : List.of(ROOT, "/api/v1/propositions/" + UUID.randomUUID() + "/events")) {
			assertThat(this.mvc.post().uri(path)).as(path).hasStatus(401);
			assertThat(this.mvc.post().uri(path).header("Authorization", "Bearer profiles")).as(path).hasStatus(403);
		}
		assertThat(this.mvc.get().uri("/api/v1/openapi.json")).bodyJson()
			.hasPath("$.paths['/api/v1/decisions'].post.requestBody")
			.hasPath("$.paths['/api/v1/propositions/{id}/events'].post.requestBody");
	}

	@Test
	void aDecisionThatIsOverShowsItsFallback() {
		Decision hero = this.sayso.getBean(Decisions.class).get("hero");
		this.sayso.getBean(DecisionManagement.class)
			.complete(hero.id(), this.samples.version(hero.id()), People.OPERATOR);
		assertThat(ask("{" + HERO + "}")).bodyJson().isLenientlyEqualTo("""
				{"propositions":[{"reason":"NOT_LIVE","fallback":{"offer":"welcome"}}]}""");
	}

	@Test
	void displaysAndClicksAreCountedOnceEach() {
		this.samples
			.offers(says("rare", "web", "Rare").priority(90)
				.caps(new Cap(Cap.Event.CLICK, true, 1, Cap.Period.EVER),
						new Cap(Cap.Event.DISPLAY, false, 9, Cap.Period.WEEK)))
			.collection("rares", "rare")
			.live("treat", "welcome", scope("web", "rares"));
		String whom = "{\"profile\":\"" + this.people.somebody() + "\",\"scopes\":[{\"decision\":\"treat\"}]}";
		String id = JsonPath.read(body(ask(whom)), "$.propositions[0].id");
		for (int again = 0; again < 3; again++) {
			assertThat(tell(id, "{\"type\":\"display\",\"id\":\"d1\"}")).hasStatus(204);
		}
		this.sayso.getBean(OutcomeWriter.class).write();
		assertThat(tell(id, "{\"type\":\"display\",\"id\":\"d2\"}")).hasStatus(204);
		assertThat(JsonPath.<String>read(body(ask(whom)), "$.propositions[0].reason")).isEqualTo("PICKED");
		assertThat(tell(id, "{\"type\":\"click\",\"id\":\"c\"}")).hasStatus(204);
		String after = body(ask(whom.replace("{\"profile", "{\"explain\":true,\"profile")));
		assertThat(JsonPath.<String>read(after, "$.propositions[0].reason")).isEqualTo("CAPPED");
		assertThat(JsonPath.<String>read(after, "$.propositions[0].trace[0].detail"))
			.isEqualTo("A cap is spent: at most 1 click per person for good.");
		assertThat(this.samples.counted("display")).isEqualTo(Map.of("rare", 2L));
		assertThat(this.samples.counted("click")).isEqualTo(Map.of("rare", 1L));
		assertThat(this.jdbc.sql("select cap, taken from cap_count order by cap").query().listOfRows().toString())
			.contains("click.each.ever", "display.all.week");
	}

	@Test
	void anEventThatCannotBeReadOrPlacedIsRefused() {
		String id = JsonPath.read(body(ask("{" + HERO + "}")), "$.propositions[0].id");
		for (String bad : List.of("{}", "{\"type\":\"view\",\"id\":\"a\"}", "{\"type\":\"click\"}",
				"{\"type\":\"click\",\"id\":\"\"}", "{\"type\":\"click\",\"id\":\"a\",\"x\":1}",
				"{\"type\":\"click\",\"id\":\"" + "a".repeat(201) + "\"}")) {
			assertThat(tell(id, bad)).as(bad).hasStatus(422);
		}
		for (String gone : List.of(UUID.randomUUID().toString(), "gone", dev.sayso.shared.Ids.next().toString())) {
			assertThat(tell(gone, "{\"type\":\"click\",\"id\":\"a\"}")).as(gone).hasStatus(404);
		}
	}

	@Test
	void whatAnotherInstanceAnsweredAMomentAgoIsWaitedFor() throws Exception {
		String id = JsonPath.read(body(ask("{" + HERO + "}")), "$.propositions[0].id");
		StoredProposition kept = this.sayso.getBean(OutcomeRecorder.class).waiting(UUID.fromString(id)).orElseThrow();
		UUID elsewhere = dev.sayso.shared.Ids.next();
		Thread other = new Thread(() -> this.sayso.getBean(OutcomeRows.class)
			.write(List.of(new StoredProposition(elsewhere, kept.at(), kept.decision(), 1, "web", null,
					DecisionReason.PICKED, List.of("plain"), "")), Map.of()));
		other.start();
		assertThat(tell(elsewhere.toString(), "{\"type\":\"click\",\"id\":\"a\"}")).hasStatus(204);
		other.join();
	}

	@Test
	void nothingStaysOfSomebodyWhoIsErased() {
		this.samples.offers(says("rare", "web", "Rare").caps(new Cap(Cap.Event.DECISION, true, 5, Cap.Period.EVER)))
			.collection("rares", "rare")
			.live("treat", "welcome", scope("web", "rares"));
		ProfileId person = this.people.somebody();
		String whom = "{\"profile\":\"" + person + "\",\"scopes\":[{\"decision\":\"treat\"}]}";
		String written = JsonPath.read(body(ask(whom)), "$.propositions[0].id");
		assertThat(tell(written, "{\"type\":\"click\",\"id\":\"a\"}")).hasStatus(204);
		this.sayso.getBean(OutcomeWriter.class).write();
		String waiting = JsonPath.read(body(ask(whom)), "$.propositions[0].id");
		this.erase.erase(person, People.OPERATOR);
		this.sayso.getBean(OutcomeWriter.class).write();
		for (String table : List.of("proposition", "proposition_event", "cap_count")) {
			assertThat(this.jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isZero();
		}
		assertThat(tell(waiting, "{\"type\":\"click\",\"id\":\"a\"}")).hasStatus(404);
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("rare", 2L));
	}

	@Test
	void propositionsAreKeptAsLongAsTheSettingSays() {
		ask("{" + HERO + "}");
		this.sayso.getBean(OutcomeWriter.class).write();
		this.jdbc.sql("update proposition set at = :at")
			.param("at", java.time.OffsetDateTime.now().minusDays(91))
			.update();
		ask("{" + HERO + "}");
		this.sayso.getBean(OutcomeWriter.class).write();
		this.sayso.getBean(OutcomeCleanup.class).cleanUp();
		assertThat(this.jdbc.sql("select count(*) from proposition").query(Integer.class).single()).isOne();
		this.sayso.getBean(DecisionSettings.class).keepFor(0, People.OPERATOR);
		ask("{" + HERO + "}");
		this.sayso.getBean(OutcomeWriter.class).write();
		this.sayso.getBean(OutcomeCleanup.class).cleanUp();
		assertThat(this.jdbc.sql("select count(*) from proposition").query(Integer.class).single()).isZero();
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("plain", 3L));
	}

	Profile consenting(Map<String, String> details) {
		Profile person = this.people.create(details);
		say(person.id(), Purpose.PERSONALIZE_CONTENT, Choice.YES);
		return person;
	}

	private void say(ProfileId person, Purpose purpose, Choice choice) {
		this.say.record(person,
				Declaration.bySubject(List.of(Statement.of(purpose, choice)), Evidence.NONE, "test", null));
	}

	MvcTestResult ask(String body) {
		return post(ROOT, body);
	}

	private MvcTestResult tell(String proposition, String body) {
		return post("/api/v1/propositions/" + proposition + "/events", body);
	}

	private MvcTestResult post(String path, String body) {
		return this.mvc.post()
			.uri(path)
			.header("Authorization", "Bearer decisions")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static List<String> pointers(MvcTestResult answer, int status) {
		assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		return JsonPath.read(body(answer), "$.errors[*].pointer");
	}

	static String body(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
