package dev.sayso.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.People;
import dev.sayso.person.Profile;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what may be measured of what people get.
 */
@ProductTest
class TrackingTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	RecordSay record;

	@Autowired
	ContactStatuses statuses;

	@Autowired
	ConsentSettings settings;

	@Autowired
	JdbcClient jdbc;

	private Profile person;

	@BeforeEach
	void somebody() {
		this.person = this.people.create(Map.of());
	}

	@ParameterizedTest
	@CsvSource({ "u,u,anonymous", "y,u,anonymous", "y,y,identify", "y,n,none", "n,u,none", "LI,y,identify",
			"p,y,anonymous", "CT,y,anonymous", "dn,y,none" })
	void theVerdictSaysTheStricterOfWhatIsSaid(String opens, String clicks, String tracking) {
		say(Purpose.TRACKING_OPENS, opens);
		say(Purpose.TRACKING_CLICKS, clicks);
		for (Verdict verdict : verdicts()) {
			assertThat(verdict.tracking().key()).isEqualTo(tracking);
			assertThat(verdict.allowed()).as("it never stops contact").isEqualTo(verdict.reasons().isEmpty());
		}
		assertThat(verdicts().stream().filter(Verdict::allowed)).isNotEmpty();
	}

	@Test
	void whatIsNotSaidIsAsSettingsHaveItButNeverMoreThanWhoIsAskedConfirmed() {
		this.settings.setDefault(Purpose.TRACKING_OPENS, Choice.DEFAULT_YES);
		assertThat(verdicts().get(0)).returns(Tracking.IDENTIFY, Verdict::opens)
			.returns(Tracking.ANONYMOUS, Verdict::clicks)
			.returns(Tracking.ANONYMOUS, Verdict::tracking);
		say(Purpose.TRACKING_OPENS, "p");
		assertThat(verdicts().get(0).opens()).isEqualTo(Tracking.ANONYMOUS);
		this.settings.setDefault(Purpose.TRACKING_OPENS, Choice.DEFAULT_NO);
		assertThat(verdicts().get(0).opens()).isEqualTo(Tracking.NONE);
	}

	@Test
	void aModelOfDefaultsLeavesIt() {
		this.settings.setDefault(Purpose.TRACKING_CLICKS, Choice.DEFAULT_YES);
		this.settings.adopt(ConsentModel.OPT_IN);
		assertThat(this.settings.defaults().tracking(Purpose.TRACKING_CLICKS)).isEqualTo(Tracking.IDENTIFY);
		assertThat(ConsentModel.OPT_OUT.defaults().tracking(Purpose.TRACKING_CLICKS)).isEqualTo(Tracking.ANONYMOUS);
	}

	@Test
	void anAdministratorSaysWhatIsMeasuredOfWhoSaidNothing() {
		Document page = parse(this.mvc.get().uri("/settings/tracking").with(SignIn.admin()).exchange());
		assertThat(page.select("option[selected]").eachText()).containsExactly("Count without the person",
				"Count without the person");
		assertThat(page.select("[name=quiet]").val()).isEqualTo("180");
		assertThat(save(SignIn.admin(), "identify", "none", "90")).hasStatus(HttpStatus.FOUND);
		assertThat(verdicts().get(0)).returns(Tracking.IDENTIFY, Verdict::opens)
			.returns(Tracking.NONE, Verdict::clicks);
		assertThat(this.settings.quiet().toDays()).isEqualTo(90);
		assertThat(parse(this.mvc.get().uri("/activity").with(SignIn.admin()).exchange()).text())
			.contains("Days without asking again after a refusal to be measured");
		assertThat(save(SignIn.auditor(), "none", "none", "90")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest
	@CsvSource({ "'',none,90", "identify,some,90", "none,none,''", "none,none,-1", "none,none,10000",
			"none,none,soon" })
	void whatIsNoAnswerIsSaidAtItsField(String opens, String clicks, String quiet) {
		MvcTestResult answer = save(SignIn.admin(), opens, clicks, quiet);
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(parse(answer).select(".error")).isNotEmpty();
	}

	@Test
	void operatorsSeeAndRecordIt() {
		assertThat(card("tracking.opens")).contains("Measure what is opened",
				"nothing said: counted without the person");
		assertThat(this.mvc.put()
			.uri("/profiles/" + this.person.id() + "/purposes/tracking.opens")
			.with(SignIn.operator())
			.with(csrf())
			.param("choice", "n")).hasStatus(HttpStatus.FOUND);
		assertThat(card("tracking.opens")).contains("by operator");
		assertThat(verdicts().get(0).tracking()).isEqualTo(Tracking.NONE);
	}

	@Test
	void theConsentsApiTellsIt() {
		ApiTokenSamples.add(this.jdbc, "plain", "plain", "profiles");
		assertThat(consents("?effective=true")).bodyJson()
			.isLenientlyEqualTo(
					"{\"tracking\":{\"opens\":{\"val\":\"u\",\"allows\":false,\"because\":\"default\",\"tracking\":\"anonymous\"}}}");
		assertThat(this.mvc.patch()
			.uri("/api/v1/profiles/" + this.person.id() + "/consents")
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.contentType("application/merge-patch+json")
			.content("{\"tracking\":{\"opens\":{\"val\":\"y\"},\"clicks\":{\"val\":\"n\"}}}")).hasStatusOk();
		assertThat(consents("")).bodyJson()
			.isLenientlyEqualTo("{\"tracking\":{\"opens\":{\"val\":\"y\"},\"clicks\":{\"val\":\"n\"}}}");
		assertThat(consents("?effective=true")).bodyJson()
			.isLenientlyEqualTo("{\"tracking\":{\"opens\":{\"val\":\"y\",\"allows\":true,\"tracking\":\"identify\"},"
					+ "\"clicks\":{\"val\":\"n\",\"allows\":false,\"because\":\"explicit\",\"tracking\":\"none\"}}}");
	}

	private void say(Purpose purpose, String choice) {
		if (!choice.equals("u")) {
			Statement statement = new Statement(purpose, Choice.of(choice).orElseThrow(), Instant.now(), null);
			this.record.record(this.person.id(),
					Declaration.byOperator(People.OPERATOR, List.of(statement), Evidence.NONE));
		}
	}

	private List<Verdict> verdicts() {
		return this.statuses.verdicts(this.statuses.find(this.person), "marketing");
	}

	private String card(String purpose) {
		return parse(this.mvc.get().uri("/profiles/" + this.person.id()).with(SignIn.operator()).exchange())
			.select("[data-purpose=" + purpose + "]")
			.text();
	}

	private MvcTestResult save(RequestPostProcessor who, String opens, String clicks, String quiet) {
		return this.mvc.put()
			.uri("/settings/tracking")
			.with(who)
			.with(csrf())
			.param("opens", opens)
			.param("clicks", clicks)
			.param("quiet", quiet)
			.exchange();
	}

	private MvcTestResult consents(String query) {
		return this.mvc.get()
			.uri("/api/v1/profiles/" + this.person.id() + "/consents" + query)
			.header(HttpHeaders.AUTHORIZATION, "Bearer plain")
			.exchange();
	}

	private static Document parse(MvcTestResult answer) {
		try {
			return Jsoup.parse(answer.getResponse().getContentAsString());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
