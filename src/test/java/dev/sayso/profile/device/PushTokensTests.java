package dev.sayso.profile.device;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what apps count on whose devices register for push.
 */
@ProductTest
class PushTokensTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	Profiles profiles;

	@Autowired
	RecordSay say;

	@Autowired
	Says says;

	@Autowired
	Suppressions suppressions;

	@Autowired
	EraseProfile erase;

	private Profile camille;

	@BeforeEach
	void setUp() {
		ApiTokenSamples.addAll(this.jdbc, "profiles", "contact");
		this.camille = this.people.create(Map.of("externalId", "c-1"));
		this.jdbc.sql("insert into setting (name, content) values ('consent.default.marketing.push', 'dy')").update();
	}

	@Test
	void whichRegisteredLastIsTheAddressAndTheOneBeforeItFollows() throws Exception {
		assertThat(reasons()).containsExactly("ADDRESS_MISSING");
		assertThat(register("phone:1/a+b", "ios")).hasStatus(201);
		assertThat(register("tablet", null)).hasStatus(201);
		assertThat(tokens()).containsExactly("tablet", "phone:1/a+b");
		assertThat(address()).isEqualTo("tablet");
		assertThat(register("phone:1/a+b", "ios")).hasStatus(200);
		assertThat(tokens()).containsExactly("phone:1/a+b", "tablet");
		assertThat(reasons()).isEmpty();
		assertThat(remove("phone:1/a+b")).hasStatus(204);
		assertThat(remove("phone:1/a+b")).hasStatus(204);
		assertThat(address()).isEqualTo("tablet");
		assertThat(remove("tablet")).hasStatus(204);
		assertThat(tokens()).isEmpty();
		assertThat(reasons()).containsExactly("ADDRESS_MISSING");
	}

	@Test
	void aTokenThatIsGoneIsRemovedWhereverItStandsAndSuppressesNothing() throws Exception {
		register("phone", "android");
		register("tablet", null);
		Profile other = this.people.create(Map.of("externalId", "c-2", "pushToken", "phone"));
		assertThat(this.mvc.post()
			.uri("/api/v1/message-events")
			.header("Authorization", "Bearer contact")
			.contentType(MediaType.APPLICATION_JSON)
			.content(
					"{\"type\":\"bounced\",\"channel\":\"push\",\"address\":\"phone\",\"diagnostic\":\"Unregistered\"}")
			.exchange()).hasStatusOk().bodyJson().extractingPath("$.items[0].effect").isEqualTo("token-gone");
		assertThat(tokens()).containsExactly("tablet");
		assertThat(this.profiles.get(other.id()).details().pushToken()).isNull();
		assertThat(this.jdbc.sql("select count(*) from suppression").query(Integer.class).single()).isZero();
		assertThat(reasons()).isEmpty();
	}

	@Test
	void aNoToPushIsStrongerThanAnyToken() throws Exception {
		this.say.record(this.camille.id(),
				Declaration.bySubject(List.of(Statement.of(Purpose.of("marketing.push").orElseThrow(), Choice.NO)),
						Evidence.NONE, null, null));
		register("phone", null);
		assertThat(reasons()).containsExactly("OPTED_OUT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "unsubscribed", "complained" })
	void aNoFromADeviceThatIsNotTheNewestIsThePersons(String type) throws Exception {
		register("phone", null);
		register("tablet", null);
		assertThat(tell(type, "phone")).hasStatusOk();
		assertThat(reasons()).contains("OPTED_OUT");
		assertThat(this.says.find(this.camille.id()).get(Purpose.MARKETING_PUSH))
			.hasValueSatisfying((no) -> assertThat(no.own()).isTrue());
		assertThat(this.suppressions.find(Map.of(Channel.PUSH, "phone"))).hasSize(type.equals("complained") ? 1 : 0);
	}

	@Test
	void aNoComesBackWithAnyDeviceOfSomebodyWhoIsGone() throws Exception {
		register("phone", null);
		register("tablet", null);
		tell("unsubscribed", "tablet");
		this.erase.erase(this.camille.id(), Actor.system());
		for (String token : List.of("phone", "tablet")) {
			Profile later = this.people.create(Map.of("pushToken", token));
			assertThat(this.says.find(later.id()).saysNo(Channel.PUSH)).as(token).isTrue();
		}
	}

	private MvcTestResult tell(String type, String token) {
		return this.mvc.post()
			.uri("/api/v1/message-events")
			.header("Authorization", "Bearer contact")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\":\"" + type + "\",\"channel\":\"push\",\"address\":\"" + token + "\"}")
			.exchange();
	}

	@Test
	void aTokenTakenFromTheDetailsIsGoneAndTheRestStays() throws Exception {
		register("phone", null);
		register("tablet", null);
		assertThat(this.mvc.patch()
			.uri("/api/v1/profiles/externalId:c-1")
			.header("Authorization", "Bearer profiles")
			.contentType("application/merge-patch+json")
			.content("{\"pushToken\":null}")
			.exchange()).hasStatusOk();
		assertThat(tokens()).containsExactly("phone");
	}

	@Test
	void tokensGoWithThePerson() throws Exception {
		register("phone", null);
		register("tablet", null);
		this.erase.erase(this.camille.id(), Actor.system());
		assertThat(this.jdbc.sql("select count(*) from push_token").query(Integer.class).single()).isZero();
	}

	@Test
	void whatIsNoTokenIsRefused() {
		assertThat(register(" ", null)).hasStatus(422);
		assertThat(register("x".repeat(501), null)).hasStatus(422);
		assertThat(this.mvc.get()
			.uri("/api/v1/profiles/externalId:c-1/push-tokens")
			.header("Authorization", "Bearer contact")
			.exchange()).hasStatus(403);
	}

	private MvcTestResult register(String token, String platform) {
		return this.mvc.put()
			.uri("/api/v1/profiles/externalId:c-1/push-tokens")
			.header("Authorization", "Bearer profiles")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"token\":\"" + token + "\"" + ((platform != null) ? ",\"platform\":\"" + platform + "\"" : "")
					+ "}")
			.exchange();
	}

	private MvcTestResult remove(String token) {
		return this.mvc.delete()
			.uri("/api/v1/profiles/externalId:c-1/push-tokens?token={token}", token)
			.header("Authorization", "Bearer profiles")
			.exchange();
	}

	private List<String> tokens() throws Exception {
		MvcTestResult answer = this.mvc.get()
			.uri("/api/v1/profiles/externalId:c-1/push-tokens")
			.header("Authorization", "Bearer profiles")
			.exchange();
		return JsonPath.read(answer.getResponse().getContentAsString(StandardCharsets.UTF_8), "$.items[*].token");
	}

	private String address() {
		return String.valueOf(this.profiles.get(this.camille.id()).details().pushToken());
	}

	private List<String> reasons() throws Exception {
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/contact-checks")
			.header("Authorization", "Bearer contact")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"channel\":\"push\",\"profiles\":[\"externalId:c-1\"]}")
			.exchange();
		return JsonPath.read(answer.getResponse().getContentAsString(StandardCharsets.UTF_8),
				"$.verdicts[0].reasons[*].code");
	}

}
