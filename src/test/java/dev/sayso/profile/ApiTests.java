package dev.sayso.profile;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiTokenSamples;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what callers of the API count on.
 */
@ProductTest
class ApiTests {

	private static final String CAMILLE = """
			{"externalId":"crm-1","firstName":"Camille","lastName":"Lefèvre","email":"Camille@posteo.example","mobile":"+33 6 39 98 12 45",
			"postalAddress":{"street":"14 rue des Tanneurs","postalCode":"69005","city":"Lyon"},"country":"FR","language":"fr",
			"timeZone":"Europe/Paris","birthDate":"1987-05-17"}""";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void giveTokens() {
		ApiTokenSamples.add(this.jdbc, "plain", "plain", "profiles");
		ApiTokenSamples.add(this.jdbc, "lifting", "lifting", "profiles,lift");
		ApiTokenSamples.add(this.jdbc, "none", "none", "audiences");
	}

	@Test
	void createsSomebodyAndGivesThemBack() {
		MvcTestResult created = send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		assertThat(created).hasStatus(201).containsHeader(HttpHeaders.LOCATION).hasHeader(HttpHeaders.ETAG, "\"0\"");
		assertThat(get("/api/v1/profiles/externalId:crm-1")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"externalId":"crm-1","mobile":"+33639981245","postalAddress":{"city":"Lyon"},"birthDate":"1987-05-17"}""");
		assertThat(get("/api/v1/profiles/email:camille@POSTEO.example")).hasStatusOk();
		assertThat(get("/api/v1/profiles/mobile:+33639981245")).hasStatusOk();
		assertThat(get("/api/v1/profiles?q=lefevre")).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%2B33639981245", "%2B33%206%2039%2098%2012%2045", "+33639981245", "33639981245",
			"+33%206%2039%2098%2012%2045", "0033639981245", "tel:%2B33-6-39-98-12-45", "%2B33(0)6.39.98.12.45" })
	void aNumberThatSaysItsCountryFindsWhoHasIt(String number) {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		assertThat(get("/api/v1/profiles?mobile=" + number)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(1);
		assertThat(get("/api/v1/profiles/mobile:" + number)).hasStatusOk();
	}

	/** Another country's would name somebody else. */
	@ParameterizedTest
	@ValueSource(strings = { "0639981245", "06%2039%2098%2012%2045", "(06)%2039.98.12.45", "0470123456", "06", "nobody",
			"", "%2B", "%2B33", "a@posteo.example", "%2B1234567890123456789" })
	void aNumberThatDoesNotIsRefused(String number) {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		String said = "not a telephone number in E.164, such as +33639981245.";
		assertThat(get("/api/v1/profiles?mobile=" + number)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.detail")
			.isEqualTo("The parameter mobile is " + said);
		for (String more : List.of("", "/consents", "/consents?effective=true", "/ledger")) {
			assertThat(get("/api/v1/profiles/mobile:" + number + more)).hasStatus(400)
				.bodyJson()
				.extractingPath("$.detail")
				.isEqualTo("What follows mobile: is " + said);
		}
		assertThat(send(HttpMethod.PATCH, "/api/v1/profiles/mobile:" + number + "/consents",
				"{\"marketing\":{\"sms\":{\"val\":\"n\"}}}"))
			.hasStatus(400);
		assertThat(get("/api/v1/profiles/mobile:%2B33639981299")).hasStatus(404);
	}

	@Test
	void pointsAtEachFaultOfABody() {
		assertThat(send(HttpMethod.POST, "/api/v1/profiles",
				"""
						{"bogus":1,"email":"nope","mobile":7,"postalAddress":{"planet":"x"},"attributes":{"zz":1},"id":"x","country":"XX"}"""))
			.hasStatus(422)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.errors[*].pointer")
			.asArray()
			.containsExactlyInAnyOrder("/bogus", "/email", "/mobile", "/postalAddress/planet", "/attributes/zz", "/id",
					"/country");
	}

	@Test
	void refusesWhatIsNoJsonTooDeepOrTooLarge() {
		assertThat(send(HttpMethod.POST, "/api/v1/profiles", "{\"a\":")).hasStatus(400);
		assertThat(send(HttpMethod.POST, "/api/v1/profiles", "{\"email\":\"a@b.example\",\"email\":\"c@d.example\"}"))
			.hasStatus(400);
		assertThat(send(HttpMethod.POST, "/api/v1/profiles", "{\"a\":".repeat(200) + "1" + "}".repeat(200)))
			.hasStatus(400);
		assertThat(send(HttpMethod.POST, "/api/v1/profiles", "[]")).hasStatus(422);
		assertThat(send(HttpMethod.POST, "/api/v1/profiles", "{\"firstName\":\"" + "x".repeat(2_000_000) + "\"}"))
			.hasStatus(413);
		assertThat(this.mvc.post()
			.uri("/api/v1/profiles")
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.contentType(MediaType.TEXT_PLAIN)
			.content("{}")).hasStatus(415);
	}

	@Test
	void letsInOnlyTheScope() {
		assertThat(this.mvc.get().uri("/api/v1/profiles")).hasStatus(401);
		assertThat(this.mvc.get().uri("/api/v1/profiles").header(HttpHeaders.AUTHORIZATION, "Bearer wrong"))
			.hasStatus(401);
		assertThat(this.mvc.get().uri("/api/v1/profiles").header(HttpHeaders.AUTHORIZATION, "Bearer none"))
			.hasStatus(403)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void namesTheCandidatesOfASharedAddress() {
		send(HttpMethod.POST, "/api/v1/profiles", "{\"email\":\"both@b.example\",\"firstName\":\"One\"}");
		send(HttpMethod.POST, "/api/v1/profiles", "{\"email\":\"both@b.example\",\"firstName\":\"Two\"}");
		assertThat(get("/api/v1/profiles/email:both@b.example")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.candidates.length()")
			.isEqualTo(2);
	}

	@Test
	void refusesATakenExternalIdAndAStaleEdit() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		assertThat(send(HttpMethod.POST, "/api/v1/profiles", CAMILLE)).hasStatus(409);
		assertThat(send(HttpMethod.PATCH, "/api/v1/profiles/externalId:crm-1", "{\"lastName\":null}")).hasStatusOk()
			.hasHeader(HttpHeaders.ETAG, "\"1\"");
		assertThat(this.mvc.patch()
			.uri("/api/v1/profiles/externalId:crm-1")
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.header(HttpHeaders.IF_MATCH, "\"0\"")
			.contentType("application/merge-patch+json")
			.content("{\"firstName\":\"Late\"}")).hasStatus(412);
	}

	@Test
	void recordsNoSayThatWasMeantForAnother() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		String seen = String
			.valueOf(get("/api/v1/profiles/externalId:crm-1/consents").getResponse().getHeader(HttpHeaders.ETAG));
		assertThat(sayNoIf(seen)).hasStatusOk();
		assertThat(sayNoIf(seen)).hasStatus(412);
		assertThat(sayNoIf("*")).hasStatusOk();
	}

	private MvcTestResult sayNoIf(String match) {
		return this.mvc.patch()
			.uri("/api/v1/profiles/externalId:crm-1/consents")
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.header(HttpHeaders.IF_MATCH, match)
			.contentType("application/merge-patch+json")
			.content("{\"marketing\":{\"email\":{\"val\":\"n\"}}}")
			.exchange();
	}

	@Test
	void saysThatThereIsNothingWhereThereIsNothing() {
		assertThat(get("/api/v1/nothing-of-the-kind")).hasStatus(404);
		assertThat(send(HttpMethod.POST, "/api/v1/profiles", "")).hasStatus(400);
	}

	@Test
	void keepsWhatXdmDefinesAndRefusesWhatItDoesNot() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		assertThat(consents("{\"marketing\":{\"email\":{\"val\":\"maybe\"},\"pigeon\":{\"val\":\"y\"}},\"odd\":{}}",
				"plain"))
			.hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[*].pointer")
			.asArray()
			.containsExactlyInAnyOrder("/marketing/email/val", "/marketing/pigeon", "/odd");
		String body = """
				{"marketing":{"preferred":"email","email":{"val":"n","time":"2026-03-03T20:47:12Z","reason":"too many",
				"subscriptions":{"news":{"val":"y"}}}},"adID":{"idType":"GAID","val":"y"},"collect":{"val":"y"}}""";
		assertThat(consents(body, "plain")).hasStatusOk();
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents")).bodyJson().isLenientlyEqualTo(body);
		consents("{\"adID\":null}", "plain");
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents")).bodyJson().doesNotHavePath("$.adID");
	}

	@Test
	void anEarlierYesNeverUndoesALaterNo() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		consents("{\"marketing\":{\"email\":{\"val\":\"n\",\"time\":\"2026-03-03T20:47:12Z\"}}}", "plain");
		consents("{\"marketing\":{\"email\":{\"val\":\"y\",\"time\":\"2026-03-03T20:47:11Z\"}}}", "plain");
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents?effective=true")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"val\":\"n\",\"allows\":false,\"because\":\"explicit\"},"
					+ "\"sms\":{\"val\":\"dy\",\"allows\":true,\"because\":\"default\"}}}");
		assertThat(get("/api/v1/profiles/externalId:crm-1/ledger")).bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(1);
		assertThat(consents("{\"share\":{\"val\":\"n\",\"time\":\"2099-01-01T00:00:00Z\"}}", "plain")).hasStatus(422);
	}

	@Test
	void liftsAPersonsOwnNoOnlyWithScopeReasonAndEvidence() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		consents("{\"marketing\":{\"email\":{\"val\":\"n\"}}}", "plain");
		this.jdbc.sql("update consent set origin = 'subject', own = true").update();
		String lift = "{\"marketing\":{\"email\":{\"val\":\"y\",\"reason\":\"asked in the shop\"}},\"evidence\":\"form 12\"}";
		assertThat(consents(lift, "plain")).hasStatus(409).bodyText().contains("own-no");
		assertThat(consents("{\"marketing\":{\"email\":{\"val\":\"y\",\"reason\":\"asked\"}}}", "lifting"))
			.hasStatus(409);
		assertThat(consents("{\"marketing\":{\"email\":{\"val\":\"y\"}},\"evidence\":\"form 12\"}", "lifting"))
			.hasStatus(409);
		assertThat(consents(lift, "lifting")).hasStatusOk();
		assertThat(get("/api/v1/profiles/externalId:crm-1/ledger?limit=1")).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"items":[{"purpose":"marketing.email","before":"n","after":"y","origin":"api","reason":"asked in the shop",
							"evidence":{"evidence":"form 12"}}]}""");
	}

	@Test
	void whatAnotherSystemTellsAsThePersonsOwnTakesAsMuchToLift() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		assertThat(consents("{\"marketing\":{\"sms\":{\"val\":\"n\"}},\"by\":\"person\"}", "plain")).hasStatusOk();
		assertThat(consents("{\"marketing\":{\"email\":{\"val\":\"n\"}},\"by\":\"operator\"}", "plain")).hasStatusOk();
		assertThat(consents("{\"marketing\":{\"email\":{\"val\":\"u\"}}}", "plain")).hasStatusOk();
		assertThat(consents("{\"marketing\":{\"sms\":{\"val\":\"y\"}},\"by\":\"person\"}", "plain")).hasStatus(409)
			.bodyText()
			.contains("own-no");
		assertThat(consents("{\"marketing\":{\"sms\":{\"val\":\"y\"}},\"by\":\"person\"}", "lifting")).hasStatus(409);
		assertThat(consents(
				"{\"marketing\":{\"sms\":{\"val\":\"y\"}},\"reason\":\"she called\",\"evidence\":\"call of 3 March\"}",
				"lifting"))
			.hasStatusOk();
		assertThat(get("/api/v1/profiles/externalId:crm-1/ledger?limit=1")).bodyJson()
			.isLenientlyEqualTo("{\"items\":[{\"after\":\"y\",\"origin\":\"api\",\"reason\":\"she called\"}]}");
	}

	@Test
	void whatIsNoSayIsRefusedWithItsPlaceWhateverItIs() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		java.util.Map<String, String> faulty = new java.util.LinkedHashMap<>();
		for (String odd : java.util.List.of("[]", "{}", "7", "1e400", "true", "\"soon\"", "\"2026-02-30T00:00:00Z\"",
				"\"+999999999-12-31T23:59:59-18:00\"")) {
			faulty.put("{\"share\":{\"val\":\"y\",\"time\":" + odd + "}}", "/share/time");
		}
		for (String odd : java.util.List.of("[]", "{}", "7", "null", "true", "\"maybe\"", "\"ny\"")) {
			faulty.put("{\"marketing\":{\"email\":{\"val\":" + odd + "}}}", "/marketing/email/val");
			faulty.put("{\"by\":" + odd + "}", "/by");
		}
		for (String odd : java.util.List.of("[]", "{}", "7", "true", "\"a\\u0000b\"", "\"\\ud800\"",
				'"' + "x".repeat(4001) + '"')) {
			faulty.put("{\"evidence\":" + odd + "}", "/evidence");
			faulty.put("{\"reason\":" + odd + "}", "/reason");
			faulty.put("{\"collect\":{\"val\":\"y\",\"reason\":" + odd + "}}", "/collect/reason");
		}
		faulty.put("{\"marketing\":null}", "/marketing");
		faulty.put("{\"marketing\":7}", "/marketing");
		faulty.put("{\"collect\":\"y\"}", "/collect");
		faulty.put("{\"marketing.email\":{\"val\":\"y\"}}", "/marketing.email");
		faulty.put("{\"a/b~c\":1}", "/a~1b~0c");
		faulty.put("{\"marketing\":{\"email\":{\"val\":\"y\",\"a/b\":1}}}", "/marketing/email/a~1b");
		faulty.forEach((body, pointer) -> assertThat(consents(body, "plain")).as(body)
			.hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[*].pointer")
			.asArray()
			.containsExactly(pointer));
		assertThat(get("/api/v1/profiles/externalId:crm-1/ledger")).bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(0);
	}

	@Test
	void aNoIsTakenWhateverElseIsWrong() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		assertThat(consents("{\"marketing\":{\"email\":{\"val\":\"n\",\"time\":[]},\"sms\":{\"val\":\"y\"}},\"odd\":1}",
				"plain"))
			.hasStatus(422)
			.bodyJson()
			.isLenientlyEqualTo("{\"taken\":[\"/marketing/email\"]}");
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"val\":\"n\"}}}")
			.doesNotHavePath("$.marketing.sms");
		this.jdbc.sql("update consent set origin = 'subject', own = true").update();
		assertThat(consents("{\"marketing\":{\"email\":{\"val\":\"y\"},\"call\":{\"val\":\"n\"}}}", "plain"))
			.hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("{\"code\":\"own-no\",\"taken\":[\"/marketing/call\"]}");
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"val\":\"n\"},\"call\":{\"val\":\"n\"}}}");
	}

	@Test
	void aNoIsTakenHoweverItIsWritten() {
		for (String body : java.util.List.of("{\"marketing\":{\"email\":{\"val\":\"no\"}}}",
				"{\"marketing\":{\"email\":{\"val\":false}}}", "{\"marketing\":{\"email\":{\"Val\":\"N\"}}}",
				"{\"marketing\":{\"email\":\"n\"}}", "{\"marketing\":{\"email\":false}}",
				"{\"marketing\":{\"email\":[{\"val\":\"n\"}]}}", "{\"marketing.email\":\"n\"}",
				"{\"consents\":{\"marketing\":{\"email\":{\"val\":\"n\"}}}}",
				"{\"data\":{\"consents\":{\"marketing\":{\"email\":\"nee\"}}}}")) {
			assertTaken(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), 422);
		}
		for (String body : java.util.List.of("{\"marketing\":{\"email\":{\"val\":\"n\",\"reason\":\"M\u00fcller\"}}}",
				"{\"marketing\":{\"email\":{\"val\":\"n\"},}}", "{\"marketing\":{\"email\":{\"val\":\"n\"}}} EOF",
				"{\"marketing\":{\"email\":{\"val\":\"n\"}}}}", "{'marketing':{email:{'val':'n'}}}",
				"\u00ef\u00bb\u00bf\u00ff{\"marketing\":{\"email\":{\"val\":\"n\"}}}",
				"{\"marketing\":{\"email\":{\"val\":\"n\"},\"sms\":{\"val\":")) {
			assertTaken(body.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 400);
		}
	}

	@Test
	void ofWhatIsMeantForAnotherVersionOrIsNoJsonByItsTypeNoNoIsTaken() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		for (String type : java.util.List.of("application/merge-patch+json", "text/plain")) {
			assertThat(this.mvc.patch()
				.uri("/api/v1/profiles/externalId:crm-1/consents")
				.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
				.header(HttpHeaders.IF_MATCH, "\"stale\"")
				.contentType(type)
				.content("{\"marketing\":{\"email\":{\"val\":\"n\"},}}"))
				.hasStatus(type.startsWith("text") ? 415 : 412);
		}
		assertThat(get("/api/v1/profiles/externalId:crm-1/ledger")).bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(0);
	}

	private void assertTaken(byte[] body, int status) {
		String id = com.jayway.jsonpath.JsonPath.read(body(send(HttpMethod.POST, "/api/v1/profiles",
				"{\"email\":\"" + java.util.UUID.randomUUID() + "@b.example\"}")), "$.id");
		assertThat(this.mvc.patch()
			.uri("/api/v1/profiles/" + id + "/consents")
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.contentType("application/merge-patch+json")
			.content(body)).as(new String(body, java.nio.charset.StandardCharsets.ISO_8859_1))
			.hasStatus(status)
			.bodyJson()
			.isLenientlyEqualTo("{\"taken\":[\"/marketing/email\"]}");
		assertThat(get("/api/v1/profiles/" + id + "/consents")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"val\":\"n\"}}}");
	}

	@Test
	void findsAnAddressByTheSameReadingAsItIsTaken() {
		send(HttpMethod.POST, "/api/v1/profiles", "{\"email\":\"ca\u00admille\u200b@pos\u00adteo.example\"}");
		for (String typed : java.util.List.of("ca\u00admille@posteo.example", "camille@pos\u00adteo.example",
				"cami\u2060lle@posteo.example", "camille@posteo.example")) {
			assertThat(this.mvc.get()
				.uri("/api/v1/profiles?email={email}", typed)
				.header(HttpHeaders.AUTHORIZATION, "Bearer plain")).bodyJson()
				.extractingPath("$.items.length()")
				.isEqualTo(1);
		}
	}

	@Test
	void anExternalIdIsFoundHoweverItIsSpelt() {
		for (String typed : java.util.List.of("Zoe\u0308\u00a07", " Zoë  7 ", "Zo\u200bë\t7")) {
			assertThat(send(HttpMethod.POST, "/api/v1/profiles",
					"{\"externalId\":\"" + typed.replace("\t", "\\t") + "\"}"))
				.hasStatus(201);
			assertThat(this.mvc.get()
				.uri("/api/v1/profiles?externalId={id}", typed)
				.header(HttpHeaders.AUTHORIZATION, "Bearer plain")).bodyJson()
				.extractingPath("$.items.length()")
				.isEqualTo(1);
			assertThat(this.mvc.delete()
				.uri("/api/v1/profiles/externalId:{id}", typed)
				.header(HttpHeaders.AUTHORIZATION, "Bearer plain")).hasStatus(204);
		}
	}

	@Test
	void aNoThatIsKeptForTheAddressHoldsThoughNobodyIsLeftWhoSaidIt() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		send(HttpMethod.POST, "/api/v1/profiles", "{\"externalId\":\"twin\",\"email\":\"CAMILLE@POSTEO.example\"}");
		assertThat(this.mvc.patch()
			.uri("/api/v1/profiles/externalId:twin/consents")
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.contentType("application/merge-patch+json")
			.content("{\"marketing\":{\"email\":{\"val\":\"n\"}},\"by\":\"person\"}")).hasStatusOk();
		send(HttpMethod.DELETE, "/api/v1/profiles/externalId:twin", "");
		assertThat(get("/api/v1/profiles/externalId:twin")).hasStatus(404);
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents?effective=true")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"val\":\"n\",\"allows\":false,\"because\":\"shared\"},"
					+ "\"sms\":{\"allows\":true}}}")
			.doesNotHavePath("$.marketing.email.profile");
	}

	@Test
	void theNoOfSomebodyWithTheSameAddressHoldsAndIsNamed() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		String other = com.jayway.jsonpath.JsonPath.read(body(send(HttpMethod.POST, "/api/v1/profiles",
				"{\"externalId\":\"twin\",\"email\":\"CAMILLE@POSTEO.example\"}")), "$.id");
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents?effective=true")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"allows\":true}}}");
		this.mvc.patch()
			.uri("/api/v1/profiles/externalId:twin/consents")
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.contentType("application/merge-patch+json")
			.content("{\"marketing\":{\"any\":{\"val\":\"n\"}}}")
			.exchange();
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents?effective=true")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"val\":\"n\",\"allows\":false,\"because\":\"shared\","
					+ "\"profile\":\"" + other + "\"},\"sms\":{\"allows\":true,\"because\":\"default\"}}}");
		assertThat(get("/api/v1/profiles/externalId:twin/consents?effective=true")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"val\":\"n\",\"because\":\"any\"}}}");
	}

	@Test
	void pagesThroughAListByCursor() {
		for (int number = 0; number < 5; number++) {
			send(HttpMethod.POST, "/api/v1/profiles", "{\"externalId\":\"p-" + number + "\"}");
		}
		String cursor = "";
		int seen = 0;
		while (true) {
			var page = com.jayway.jsonpath.JsonPath.parse(body(get("/api/v1/profiles?limit=2" + cursor)));
			seen += page.<java.util.List<Object>>read("$.items").size();
			if (page.<java.util.Map<String, Object>>read("$").get("next") == null) {
				break;
			}
			cursor = "&cursor=" + page.<String>read("$.next");
		}
		assertThat(seen).isEqualTo(5);
		assertThat(get("/api/v1/profiles?limit=0")).hasStatus(400);
		assertThat(get("/api/v1/profiles?cursor=%20junk")).hasStatus(400);
	}

	@Test
	void erasesSomebody() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		assertThat(send(HttpMethod.DELETE, "/api/v1/profiles/externalId:crm-1", "")).hasStatus(204);
		assertThat(get("/api/v1/profiles/externalId:crm-1")).hasStatus(404);
	}

	@Test
	void publishesItsOwnDocument() {
		assertThat(this.mvc.get().uri("/api/v1/openapi.json")).hasStatusOk()
			.bodyJson()
			.hasPath("$.paths['/api/v1/profiles/{id}/consents'].patch");
		assertThat(this.mvc.get().uri("/api/docs")).hasStatus3xxRedirection();
	}

	@Test
	void whoseSayItIsIsReadLenientlyAndInDoubtIsThePersons() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		assertThat(consents("{\"marketing\":{\"sms\":{\"val\":\"n\"}},\"by\":\" Person\"}", "plain")).hasStatusOk();
		assertThat(consents("{\"marketing\":{\"push\":{\"val\":\"n\"}},\"by\":\"OPERATOR \"}", "plain")).hasStatusOk();
		assertThat(ownOf("marketing.sms")).isTrue();
		assertThat(ownOf("marketing.push")).isFalse();
		List<String> odd = List.of("5", "\"subject\"", "[\"operator\"]", "null", "\"\"", "true");
		List<String> channels = List.of("email", "call", "postalMail", "whatsApp", "fax");
		for (int turn = 0; turn < channels.size(); turn++) {
			String no = "{\"marketing\":{\"" + channels.get(turn) + "\":{\"val\":\"n\"}},\"by\":" + odd.get(turn)
					+ ",\"collect\":{\"val\":\"y\"}}";
			assertThat(consents(no, "plain")).as(no)
				.hasStatus(422)
				.bodyJson()
				.isLenientlyEqualTo("{\"detail\":\"The no to marketing." + channels.get(turn)
						+ " was taken as the person's own, since nobody can tell by whom it is, and nothing else in the"
						+ " body. The rest was not: 1 fault.\",\"taken\":[\"/marketing/" + channels.get(turn)
						+ "\"],\"errors\":[{\"pointer\":\"/by\"}]}");
			assertThat(ownOf("marketing." + channels.get(turn))).as(no).isTrue();
		}
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents")).bodyJson().doesNotHavePath("$.collect");
		assertThat(consents("{\"marketing\":{\"sms\":{\"val\":\"n\"}},\"by\":\"person\",\"by\":\"operator\"}", "plain"))
			.hasStatus(422)
			.bodyText()
			.contains("as the person's own");
	}

	@Test
	void whatMayBeMeasuredIsSaidLikeAnythingElseAndStopsNoContact() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		String said = "{\"tracking\":{\"opens\":{\"val\":\"n\",\"time\":\"2026-03-03T20:47:12Z\"},\"clicks\":{\"val\":\"y\"}}}";
		assertThat(consents(said, "plain")).hasStatusOk().bodyJson().isLenientlyEqualTo(said);
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents?effective=true")).bodyJson()
			.isLenientlyEqualTo("{\"tracking\":{\"opens\":{\"val\":\"n\",\"allows\":false,\"because\":\"explicit\"}},"
					+ "\"marketing\":{\"email\":{\"allows\":true}}}");
		assertThat(get("/api/v1/profiles/externalId:crm-1/ledger")).bodyJson()
			.extractingPath("$.items[*].purpose")
			.asArray()
			.containsExactlyInAnyOrder("tracking.opens", "tracking.clicks");
		assertThat(consents("{\"tracking\":{\"opens\":{\"val\":\"maybe\"},\"clicks\":{\"val\":\"n\"},\"links\":{}}}",
				"plain"))
			.hasStatus(422)
			.bodyJson()
			.isLenientlyEqualTo("{\"taken\":[\"/tracking/clicks\"]}");
		send(HttpMethod.POST, "/api/v1/profiles", "{\"externalId\":\"silent\"}");
		assertThat(get("/api/v1/profiles/externalId:silent/consents?effective=true")).bodyJson()
			.isLenientlyEqualTo(
					"{\"tracking\":{\"opens\":{\"val\":\"u\",\"allows\":false,\"tracking\":\"anonymous\"}}}");
	}

	private boolean ownOf(String purpose) {
		return this.jdbc.sql("select own from consent where purpose = :purpose")
			.param("purpose", purpose)
			.query(Boolean.class)
			.single();
	}

	@Test
	void ofWhatContradictsItselfTheNoIsTakenAndToldSo() {
		send(HttpMethod.POST, "/api/v1/profiles", CAMILLE);
		String yes = "{\"val\":\"y\",\"time\":\"2026-05-01T00:00:00Z\"}";
		for (String body : List.of("{\"marketing\":{\"email\":{\"val\":\"n\"},\"email\":" + yes + "}}",
				"{\"marketing\":{\"email\":" + yes + ",\"email\":{\"val\":\"n\"}}}",
				"{\"marketing\":{\"email\":" + yes + "},\"marketing\":{\"email\":{\"val\":\"n\"}}}",
				"{\"marketing\":{\"email\":{\"val\":\"y\",\"val\":\"n\"}}}",
				"{\"marketing\":{\"email\":" + yes + ",\"Email\":{\"val\":\"n\"}}}",
				"{\"marketing\":{\"email\":" + yes + "},\"marketing.email\":{\"val\":\"n\"}}",
				"{\"marketing\":{\"email\":" + yes + "},\"Marketing\":{\"EMAIL \":{\"val\":\"n\"}}}",
				"{\"marketing\":{\"email\":{\"val\":\" N\"}}}")) {
			this.jdbc.sql("delete from consent").update();
			assertThat(consents(body, "plain")).as(body)
				.hasStatus(422)
				.bodyJson()
				.isLenientlyEqualTo(
						"{\"detail\":\"The no to marketing.email was taken and nothing else in the body. The rest"
								+ " was not: 1 fault.\",\"taken\":[\"/marketing/email\"]}");
			assertThat(get("/api/v1/profiles/externalId:crm-1/consents")).as(body)
				.bodyJson()
				.isLenientlyEqualTo("{\"marketing\":{\"email\":{\"val\":\"n\"}}}");
		}
		assertThat(consents("{\"marketing\":{\"postalmail\":{\"val\":\"n\"}}}", "plain")).hasStatus(422)
			.bodyJson()
			.isLenientlyEqualTo("{\"taken\":[\"/marketing/postalMail\"]}");
		this.jdbc.sql("delete from consent").update();
		assertThat(consents("{\"marketing\":{\"any\":{\"val\":\"n\"},\"email\":{\"val\":\"y\"},\"sms\":{\"val\":\"n\"},"
				+ "\"call\":{\"val\":\"LI\"}}}", "plain"))
			.hasStatus(422)
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"detail\":\"The noes to marketing.any, marketing.sms were taken and nothing else in the"
							+ " body. The rest was not: 2 faults.\",\"taken\":[\"/marketing/any\",\"/marketing/sms\"],"
							+ "\"errors\":[{\"pointer\":\"/marketing/email\"},{\"pointer\":\"/marketing/call\"}]}");
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents")).bodyJson()
			.isLenientlyEqualTo("{\"marketing\":{\"any\":{\"val\":\"n\"},\"sms\":{\"val\":\"n\"}}}")
			.doesNotHavePath("$.marketing.email");
		this.jdbc.sql("delete from consent").update();
		String history = "{\"marketing\":{\"any\":{\"val\":\"n\",\"time\":\"2026-06-01T00:00:00Z\"},\"email\":" + yes
				+ "}}";
		assertThat(consents(history, "plain")).hasStatusOk();
		assertThat(get("/api/v1/profiles/externalId:crm-1/consents")).bodyJson().isLenientlyEqualTo(history);
	}

	private MvcTestResult consents(String body, String token) {
		return this.mvc.patch()
			.uri("/api/v1/profiles/externalId:crm-1/consents")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.contentType("application/merge-patch+json")
			.content(body)
			.exchange();
	}

	private MvcTestResult send(HttpMethod method, String uri, String body) {
		return this.mvc.method(method)
			.uri(uri)
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get()
			.uri(java.net.URI.create(uri))
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
