package dev.sayso.consent.card;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what operators and other systems do with pauses.
 */
@ProductTest
class PausesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	RecordPause pauses;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TimeFormat times;

	@Autowired
	Clock clock;

	private ProfileId person;

	private LocalDate until;

	@BeforeEach
	void somebody() {
		this.person = this.people.somebody();
		this.until = this.pauses.days(this.person).first().plusDays(40);
	}

	@Test
	void anOperatorPausesAndThePageSaysUntilWhen() {
		assertThat(add("any", this.until.toString())).hasStatus(HttpStatus.FOUND);
		String day = this.times.day(this.until);
		Document page = page();
		assertThat(page.select("[data-test=say] [data-state=PAUSED]").text()).contains("Paused until " + day);
		assertThat(page.select("[data-pause=any]").text()).contains("Everything", "Until " + day, "by operator");
		assertThat(page.select("[data-test=may-we-contact] [data-channel=email]").text())
			.contains("Everything paused until " + day, "by operator: “moving house”", "In the history");
		assertThat(page.select("#pause-what option").eachAttr("value")).doesNotContain("any").contains("email");
		assertThat(history()).contains("Paused any channel until " + day);
	}

	@Test
	void aDayThatCannotBeIsRefusedAtItsField() {
		LocalDate today = this.pauses.days(this.person).first();
		Map<String, String> told = Map.of("", "Choose a date.", "tomorrow", "Choose a date.",
				today.minusDays(1).toString(), "This day is over where the person lives.",
				today.plusYears(2).toString(), "A pause lasts a year at most.");
		told.forEach((typed, fault) -> {
			MvcTestResult answer = add("email", typed);
			assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			assertThat(parse(answer).select("#pause-new-until-error").text()).as(typed).isEqualTo(fault);
			assertThat(parse(answer).select("#pause-what option[selected]").val()).isEqualTo("email");
		});
		assertThat(parse(add("pigeon", this.until.toString())).select("#pause-what-error").text())
			.isEqualTo("Choose what is paused.");
		assertThat(this.says.find(this.person).pauses()).isEmpty();
	}

	@Test
	void endingThePersonsOwnAsksForReasonAndEvidenceInPlace() {
		UUID shown = own();
		MvcTestResult answer = change(Map.of("until", "", "shown", shown.toString()));
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Document page = parse(answer);
		assertThat(page.select("[data-pause=any] details[open]").text()).contains("own pause", "Say why.",
				"Choose what proves it.");
		assertThat(change(Map.of("until", this.until.plusDays(3).toString(), "shown", shown.toString())))
			.hasStatus(HttpStatus.FOUND);
		UUID longer = running().ledgerId();
		assertThat(change(Map.of("until", "", "shown", longer.toString(), "reason.pause-any", "asked at the shop",
				"evidence.pause-any", "signed-form")))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.says.find(this.person).pauses()).isEmpty();
		assertThat(history()).contains("Ended the pause of any channel");
		assertThat(this.ledger.verify(this.person).holds()).isTrue();
	}

	@Test
	void anOperatorEndsTheirOwnAndUndoesThat() {
		RequestPostProcessor operator = SignIn.operator();
		add("sms", this.until.toString());
		UUID shown = this.says.find(this.person).pauses().get(Purpose.MARKETING_SMS).ledgerId();
		assertThat(this.mvc.put()
			.uri("/profiles/" + this.person + "/pauses/sms")
			.with(operator)
			.with(csrf())
			.param("until", this.until.toString())
			.param("end", "now")
			.param("shown", shown.toString())).hasStatus(HttpStatus.FOUND);
		UUID ended = this.ledger.list(this.person, null, 1).get(0).id();
		assertThat(this.mvc.post()
			.uri("/profiles/" + this.person + "/undo")
			.with(operator)
			.with(csrf())
			.param("change", ended.toString())).hasStatus(HttpStatus.FOUND);
		assertThat(this.ledger.list(this.person, null, 9)).extracting((entry) -> entry.after())
			.containsExactly(this.until.toString(), RecordPause.ENDED, this.until.toString());
		assertThat(this.says.find(this.person).pauses().get(Purpose.MARKETING_SMS).until()).isEqualTo(this.until);
	}

	@Test
	void aReceiptProvesItLikeAnythingElseInTheLedger() {
		UUID entry = own();
		assertThat(parse(this.mvc.get().uri("/receipts/" + entry).with(SignIn.operator()).exchange()).text())
			.contains("Pause of everything", "Paused");
	}

	@Test
	void aPauseThatTheFormDidNotShowIsNotEnded() {
		own();
		assertThat(change(Map.of("until", "", "shown", UUID.randomUUID().toString(), "reason.pause-any", "asked",
				"evidence.pause-any", "letter")))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains(this.times.day(this.until));
		assertThat(running().own()).isTrue();
	}

	@Test
	void theConsentsApiShowsSetsAndEndsThem() {
		ApiTokenSamples.add(this.jdbc, "plain", "plain", "profiles");
		assertThat(patch("{\"pause\":{\"any\":{\"until\":\"%s\"}}}", "plain")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.pause.any.until")
			.isEqualTo(this.until.toString());
		assertThat(get("consents")).bodyJson().extractingPath("$.pause.any.until").isEqualTo(this.until.toString());
		assertThat(get("consents?effective=true")).bodyJson()
			.isLenientlyEqualTo(
					"{\"marketing\":{\"email\":{\"val\":\"dy\",\"allows\":true}},\"pause\":{\"any\":{\"until\":\""
							+ this.until + "\"}}}");
		assertThat(get("ledger")).bodyJson()
			.isLenientlyEqualTo("{\"items\":[{\"purpose\":\"pause.any\",\"before\":null,\"after\":\"" + this.until
					+ "\",\"origin\":\"api\"}]}");
		assertThat(patch("{\"pause\":{\"any\":null,\"sms\":{\"until\":\"%s\",\"reason\":\"on leave\"}}}", "plain"))
			.hasStatusOk();
		assertThat(get("consents")).bodyJson()
			.doesNotHavePath("$.pause.any")
			.extractingPath("$.pause.sms.reason")
			.isEqualTo("on leave");
	}

	@Test
	void theConsentsApiSaysWhatIsWrongWithThem() {
		ApiTokenSamples.add(this.jdbc, "plain", "plain", "profiles");
		LocalDate today = this.pauses.days(this.person).first();
		Map<String, String> told = Map.of("{\"pause\":{\"any\":{\"until\":\"soon\"}}}", "/pause/any/until",
				"{\"pause\":{\"any\":{}}}", "/pause/any/until", "{\"pause\":{\"pigeon\":{\"until\":\"%s\"}}}",
				"/pause/pigeon", "{\"pause\":null}", "/pause",
				"{\"pause\":{\"sms\":{\"until\":\"" + today.minusDays(1) + "\"}}}", "/pause/sms/until",
				"{\"pause\":{\"sms\":{\"until\":\"" + today.plusDays(400) + "\"}}}", "/pause/sms/until");
		told.forEach((body, pointer) -> assertThat(patch(body, "plain")).as(body)
			.hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[0].pointer")
			.isEqualTo(pointer));
		assertThat(this.says.find(this.person).pauses()).isEmpty();
		String beside = "{\"pause\":{\"sms\":{\"until\":\"" + today.minusDays(1)
				+ "\"}},\"marketing\":{\"call\":{\"val\":\"n\"}}}";
		assertThat(patch(beside, "plain")).hasStatus(422).bodyText().contains("/marketing/call");
		assertThat(this.says.find(this.person).get(Purpose.MARKETING_CALL)).isPresent();
	}

	@Test
	void theConsentsApiTakesAPauseWhateverElseIsWrong() {
		ApiTokenSamples.add(this.jdbc, "plain", "plain", "profiles");
		List.of("{\"pause\":{\"any\":{\"until\":\"%s\",\"odd\":1}}}", "{\"pause\":\"%s\"}",
				"{\"pause\":{\"any\":\"%s\"}}", "{\"pause\":{\"any\":{\"until\":\"%s\"}},\"odd\":1}",
				"{\"pause\":{},\"pause\":{\"any\":{\"until\":\"%s\"}}}",
				"{\"pause\":{\"any\":null,\"any\":{\"until\":\"%s\"}}}")
			.forEach((body) -> {
				this.person = this.people.somebody();
				assertThat(patch(body, "plain")).as(body)
					.hasStatus(422)
					.bodyJson()
					.isLenientlyEqualTo("{\"taken\":[\"/pause/any\"]}");
				assertThat(running().until()).as(body).isEqualTo(this.until);
			});
		assertThat(patch("{\"pause\":{\"any\":null,\"sms\":{\"until\":\"%s\"}},\"marketing\":{\"fax\":{\"val\":\"n\"}},"
				+ "\"odd\":1}", "plain"))
			.hasStatus(422)
			.bodyText()
			.contains("The no to marketing.fax and the pause of sms were taken and nothing else in the body.");
		assertThat(running().until()).as("what ends one is no no").isEqualTo(this.until);
	}

	@Test
	void anotherSystemEndsThePersonsOwnOnlyWithScopeReasonAndEvidence() {
		ApiTokenSamples.add(this.jdbc, "plain", "plain", "profiles");
		ApiTokenSamples.add(this.jdbc, "lifting", "lifting", "profiles,lift");
		assertThat(patch("{\"pause\":{\"any\":{\"until\":\"%s\"}},\"by\":\"person\"}", "plain")).hasStatusOk();
		String end = "{\"pause\":{\"any\":null},\"reason\":\"she called\",\"evidence\":\"call of 3 March\"}";
		assertThat(patch(end, "plain")).hasStatus(409).bodyText().contains("own-no", "/pause/any");
		assertThat(patch("{\"pause\":{\"any\":null}}", "lifting")).hasStatus(409);
		assertThat(patch(end, "lifting")).hasStatusOk().bodyJson().doesNotHavePath("$.pause");
	}

	private UUID own() {
		return this.pauses
			.record(this.person, Declaration.bySubject(List.of(), Evidence.NONE, "Preferences v3", null),
					PauseStatement.of(Purpose.MARKETING_ANY, this.until, null))
			.orElseThrow()
			.id();
	}

	private Pause running() {
		return this.says.find(this.person).pause(Purpose.MARKETING_ANY, this.clock.instant()).orElseThrow();
	}

	private MvcTestResult add(String what, String day) {
		return this.mvc.post()
			.uri("/profiles/" + this.person + "/pauses")
			.with(SignIn.operator())
			.with(csrf())
			.param("what", what)
			.param("until", day)
			.param("reason", "moving house")
			.exchange();
	}

	private MvcTestResult change(Map<String, String> fields) {
		var put = this.mvc.put().uri("/profiles/" + this.person + "/pauses/any").with(SignIn.operator()).with(csrf());
		fields.forEach(put::param);
		return put.exchange();
	}

	private Document page() {
		return parse(this.mvc.get().uri("/profiles/" + this.person).with(SignIn.operator()).exchange());
	}

	private String history() {
		return parse(this.mvc.get().uri("/profiles/" + this.person + "/history").with(SignIn.operator()).exchange())
			.text();
	}

	private static Document parse(MvcTestResult answer) {
		try {
			return Jsoup.parse(answer.getResponse().getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult patch(String body, String token) {
		return this.mvc.method(HttpMethod.PATCH)
			.uri("/api/v1/profiles/" + this.person + "/consents")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.contentType("application/merge-patch+json")
			.content(body.formatted(this.until))
			.exchange();
	}

	private MvcTestResult get(String what) {
		return this.mvc.get()
			.uri("/api/v1/profiles/" + this.person + "/" + what)
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.exchange();
	}

}
