package dev.sayso.consent.suppression;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what operators and callers of the API count on of suppressed addresses.
 */
@ProductTest
class SuppressionsTests {

	private static final String ROOT = "/api/v1/suppressions";

	private static final String GROUNDS = "{\"reason\":\"they wrote to us\",\"evidence\":\"letter 7\"}";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	Ledger ledger;

	@Autowired
	Says says;

	@Autowired
	RecordSay record;

	@Autowired
	EraseProfile erase;

	@Autowired
	Suppressions suppressions;

	@Autowired
	ConsentSettings settings;

	@BeforeEach
	void tokens() {
		ApiTokenSamples.addAll(this.jdbc, "suppressions", "suppressions,lift", "contact");
	}

	@Test
	void anAddressIsSuppressedOnceAndTheLedgerOfWhoHasItSaysSo() throws Exception {
		Profile camille = this.people.create(Map.of("email", "Camille@Hearth.example"));
		MvcTestResult added = add("""
				{"channel":"email","address":"camille@HEARTH.example.","reason":"hard-bounce"}""");
		assertThat(added).hasStatus(201);
		String id = JsonPath.read(text(added), "$.id");
		assertThat(added).headers().hasValue("Location", ROOT + "/" + id);
		MvcTestResult again = add("""
				{"channel":"email","address":"camille@hearth.example","reason":"hard-bounce"}""");
		assertThat(again).hasStatusOk();
		assertThat(JsonPath.<String>read(text(again), "$.id")).isEqualTo(id);
		String found = text(
				ask(HttpMethod.GET, ROOT + "?channel=email&address=camille@hearth.example", null, "suppressions"));
		assertThat(JsonPath.<List<String>>read(found, "$.items[*].reason")).containsExactly("hard-bounce");
		assertThat(this.ledger.list(camille.id(), null, 9)).singleElement().satisfies((entry) -> {
			assertThat(entry.purpose()).isEqualTo("suppression.email");
			assertThat(entry.before()).isNull();
			assertThat(entry.after()).isEqualTo("hard-bounce");
		});
		assertThat(this.ledger.verify(camille.id()).holds()).isTrue();
		assertThat(page("/profiles/" + camille.id())).contains("The address is suppressed since", "hard bounce",
				"/suppressions/" + id);
		assertThat(page("/profiles/" + camille.id() + "/history"))
			.contains("Address for e-mail suppressed: hard bounce");
		assertThat(ask(HttpMethod.GET, ROOT, null, "contact")).hasStatus(403);
	}

	@Test
	void manyAreTakenInTheirOrderAndWhatIsWrongIsToldAtItsPlace() throws Exception {
		MvcTestResult added = add("""
				[{"channel":"email","address":"a@hearth.example","reason":"complaint"},
				{"channel":"sms","address":"+33639981245","reason":"carrier-stop","until":null},
				{"channel":"email","address":"c@hearth.example","reason":"imported","undeliverable":true}]""");
		assertThat(added).hasStatus(201);
		assertThat(JsonPath.<List<String>>read(text(added), "$.items[*].reason")).containsExactly("complaint",
				"carrier-stop", "imported");
		assertThat(JsonPath.<List<Boolean>>read(text(added), "$.items[*].undeliverable")).containsExactly(false, false,
				true);
		MvcTestResult broken = add("""
				[{"channel":"email","address":"d@hearth.example","reason":"manual"},
				{"channel":"email","address":"nobody","reason":"manual"},
				{"channel":"email","address":"e@hearth.example","reason":"boredom","more":1}]""");
		assertThat(broken).hasStatus(422);
		assertThat(JsonPath.<List<String>>read(text(broken), "$.errors[*].pointer")).containsExactly("/1/address",
				"/2/more", "/2/reason");
		assertThat(JsonPath.<List<String>>read(text(broken), "$.taken")).containsExactly("/0", "/2");
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "e@hearth.example"))).hasSize(1);
		String listed = text(ask(HttpMethod.GET, ROOT + "?limit=2", null, "suppressions"));
		assertThat(JsonPath.<List<String>>read(listed, "$.items[*].id")).hasSize(2);
		assertThat(JsonPath.<List<String>>read(text(
				ask(HttpMethod.GET, ROOT + "?limit=2&cursor=" + JsonPath.read(listed, "$.next"), null, "suppressions")),
				"$.items[*].reason"))
			.containsExactly("imported", "carrier-stop");
	}

	@Test
	void aLetterIsSuppressedByNameAndAddressHoweverTheyAreWritten() throws Exception {
		Profile camille = this.people.create(Map.of("firstName", "Camille", "lastName", "Lefèvre", "street",
				"14 Rue des Tanneurs", "postalCode", "69005", "city", "Lyon", "country", "FR"));
		String address = "LEFEVRE; camille ;14  rue des tanneurs;69005;LYON;fr";
		assertThat(add("{\"channel\":\"postalMail\",\"address\":\"" + address + "\",\"reason\":\"manual\"}"))
			.hasStatus(201);
		assertThat(this.suppressions.find(camille.addresses())).extracting(Suppression::channel)
			.containsExactly(Channel.POSTAL_MAIL);
		String listed = text(
				ask(HttpMethod.GET, ROOT + "?channel=postalMail&address=" + address, null, "suppressions"));
		assertThat(JsonPath.<List<String>>read(listed, "$.items[*].reason")).containsExactly("manual");
		assertThat(lift(JsonPath.read(listed, "$.items[0].id"), GROUNDS, "suppressions,lift")).hasStatus(204);
		assertThat(this.suppressions.find(camille.addresses())).isEmpty();
	}

	@Test
	void theNoToLettersOfSomebodyErasedComesBackWithTheirAddress() {
		Map<String, String> details = Map.of("firstName", "Odile", "lastName", "Maes", "street", "7 rue du Port",
				"postalCode", "1000", "city", "Bruxelles", "country", "BE");
		Profile odile = this.people.create(details);
		say(odile, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_POSTAL_MAIL, Choice.NO)), Evidence.NONE,
				"Preferences v1", null));
		this.erase.erase(odile.id(), People.OPERATOR);
		Profile again = this.people.create(details);
		assertThat(this.says.find(again.id()).explicit(Purpose.MARKETING_POSTAL_MAIL)).isEqualTo(Choice.NO);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"channel":"owl","address":"a@hearth.example","reason":"manual"}                            | /channel
			{"channel":"postalMail","address":"14 rue des Tanneurs","reason":"manual"}                  | /address
			{"channel":"sms","address":"0639981245","reason":"manual"}                                  | /address
			{"channel":"email","address":"b@hearth.example"}                                            | /reason
			{"channel":"email","address":"b@hearth.example","reason":"kept-say"}                        | /reason
			{"channel":"email","address":"b@hearth.example","reason":"complaint","undeliverable":true}  | /undeliverable
			{"channel":"email","address":"b@hearth.example","reason":"manual","until":"2020-01-01T00:00:00Z"} | /until
			{"channel":"email","address":"b@hearth.example","reason":"manual","until":"soon"}           | /until""")
	void whatIsWrongIsRefusedAtItsPlace(String body, String pointer) throws Exception {
		MvcTestResult answer = add(body);
		assertThat(answer).hasStatus(422);
		assertThat(JsonPath.<List<String>>read(text(answer), "$.errors[*].pointer")).containsExactly(pointer);
	}

	@Test
	void liftingANoThatIsKeptTakesTheScopeAReasonAndEvidence() throws Exception {
		String kept = id(add("{\"channel\":\"email\",\"address\":\"a@hearth.example\",\"reason\":\"complaint\"}"));
		String bounced = id(add("{\"channel\":\"email\",\"address\":\"a@hearth.example\",\"reason\":\"hard-bounce\"}"));
		assertThat(lift(kept, GROUNDS, "suppressions")).hasStatus(409).bodyText().contains("own-no");
		assertThat(lift(kept, "{\"reason\":\"x\"}", "suppressions,lift")).hasStatus(409);
		assertThat(lift(bounced, "{\"reason\":\"x\"}", "suppressions")).hasStatus(422);
		assertThat(lift(bounced, GROUNDS, "suppressions")).hasStatus(204);
		assertThat(lift(kept, GROUNDS, "suppressions,lift")).hasStatus(204);
		assertThat(lift(kept, GROUNDS, "suppressions,lift")).hasStatus(404);
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "a@hearth.example"))).isEmpty();
		assertThat(page("/suppressions/" + kept)).contains("Not suppressed", "they wrote to us", "letter 7");
	}

	@Test
	void theNoOfSomebodyErasedIsFoundLiftedAndTakenBackWhereItCame() throws Exception {
		Profile before = this.people.create(Map.of("email", "gone@hearth.example"));
		this.record.record(before.id(), Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)),
				Evidence.NONE, "Preferences v1", null));
		this.erase.erase(before.id(), People.OPERATOR);
		Profile back = this.people.create(Map.of("email", "gone@hearth.example"));
		assertThat(this.says.find(back.id()).saysNo(Channel.EMAIL)).isTrue();
		String found = page("/suppressions?q=Gone@hearth.example");
		assertThat(found).contains("Kept no", "1 suppression");
		String id = this.suppressions.find(Map.of(Channel.EMAIL, "gone@hearth.example")).get(0).id().toString();
		assertThat(post("/suppressions/" + id, Map.of("_method", "delete", "reason", ""), SignIn.admin()))
			.hasStatus(422);
		assertThat(post("/suppressions/" + id,
				Map.of("_method", "delete", "reason", "came to the shop", "kind", "in-person", "reference", ""),
				SignIn.admin()))
			.hasStatus3xxRedirection();
		assertThat(this.says.find(back.id()).saysNo(Channel.EMAIL)).isFalse();
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "gone@hearth.example"))).isEmpty();
		assertThat(this.ledger.list(back.id(), null, 9)).extracting(LedgerEntry::purpose)
			.containsExactly("marketing.email", "suppression.email", "marketing.email", "suppression.email");
		this.erase.erase(back.id(), People.OPERATOR);
		assertThat(page("/suppressions/" + id)).doesNotContain("came to the shop");
	}

	@Test
	void whatAnOperatorUnticksLiftsNoComplaintAndThePersonsYesDoes() {
		Profile person = this.people.create(Map.of("email", "loud@hearth.example"));
		add("{\"channel\":\"email\",\"address\":\"loud@hearth.example\",\"reason\":\"complaint\"}");
		say(person, Declaration.byOperator(People.OPERATOR, email(Choice.NO), Evidence.NONE));
		say(person, Declaration.byOperator(People.OPERATOR, email(Choice.UNKNOWN), Evidence.NONE));
		assertThat(this.suppressions.find(person.addresses())).hasSize(1);
		say(person, Declaration.bySubject(email(Choice.YES), Evidence.NONE, null, null));
		assertThat(this.suppressions.find(person.addresses())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "complaint", "imported", "manual", "kept-say" })
	void aNoThatOthersSaidAndTakeBackLiftsAKeptOneOnlyWithAllThatLiftingTakes(String reason) {
		Profile person = this.people.create(Map.of("email", "shared@hearth.example"));
		if (reason.equals("kept-say")) {
			Profile gone = this.people.create(Map.of("email", "Shared@hearth.example"));
			say(gone, Declaration.bySubject(email(Choice.NO), Evidence.NONE, null, null));
			this.erase.erase(gone.id(), People.OPERATOR);
		}
		else {
			add("{\"channel\":\"email\",\"address\":\"shared@hearth.example\",\"reason\":\"" + reason + "\"}");
		}
		Actor sender = Actor.token("7", "sender");
		Evidence letter = Evidence.NONE.with("evidence", "letter 7");
		List<Statement> why = List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES, "they wrote"));
		for (Declaration lift : List.of(Declaration.byApi(sender, false, email(Choice.UNKNOWN), Evidence.NONE, false),
				Declaration.byApi(sender, false, why, letter, false),
				Declaration.byApi(sender, true, email(Choice.YES), letter, false),
				Declaration.byApi(sender, true, why, Evidence.NONE, false),
				Declaration.byApi(sender, false, email(Choice.YES), letter, true),
				Declaration.byOperator(People.OPERATOR, email(Choice.UNKNOWN), Evidence.NONE))) {
			say(person, Declaration.byApi(sender, false, email(Choice.NO), Evidence.NONE, false));
			say(person, lift);
			assertThat(this.says.find(person.id()).saysNo(Channel.EMAIL)).isFalse();
			assertThat(this.suppressions.find(person.addresses())).as(lift.toString()).hasSize(1);
		}
		say(person, Declaration.byApi(sender, false, email(Choice.NO), Evidence.NONE, false));
		say(person, Declaration.byApi(sender, true, why, letter, false));
		assertThat(this.suppressions.find(person.addresses())).isEmpty();
	}

	@Test
	void whatEndsByItselfIsNotANoWithoutEndOfWhoGainsTheAddress() {
		add("{\"channel\":\"email\",\"address\":\"rest@hearth.example\",\"reason\":\"manual\",\"until\":\"2099-01-01T00:00:00Z\"}");
		Profile person = this.people.create(Map.of("email", "rest@hearth.example"));
		assertThat(this.says.find(person.id()).get(Purpose.MARKETING_EMAIL)).isEmpty();
		assertThat(told()).isOne();
	}

	@Test
	void whatPeopleSaidThemselvesStaysWhenTheirAddressIsUsedAgain() throws Exception {
		Profile refusing = this.people.create(Map.of("email", "again@hearth.example", "firstName", "Odile"));
		say(refusing, Declaration.bySubject(email(Choice.NO), Evidence.NONE, null, null));
		String id = id(add("{\"channel\":\"email\",\"address\":\"again@hearth.example\",\"reason\":\"hard-bounce\"}"));
		assertThat(page("/suppressions/" + id)).contains("Own no stays",
				"One person with this address said no to e-mail, or to everything: that stays");
		String other = id(
				add("{\"channel\":\"email\",\"address\":\"nobody@hearth.example\",\"reason\":\"hard-bounce\"}"));
		assertThat(page("/suppressions/" + other)).doesNotContain("Own no stays")
			.contains("What people with this address said themselves stays as it is.");
		String device = id(add("{\"channel\":\"push\",\"address\":\"token-of-a-device\",\"reason\":\"hard-bounce\"}"));
		assertThat(page("/suppressions/" + device)).contains("A no to push stays the person’s");
	}

	@Test
	void theLedgerOfEverybodyWhoHasTheAddressTellsOfEveryChange() {
		Profile gone = this.people.create(Map.of("email", "all@hearth.example"));
		Profile one = this.people.create(Map.of("email", "all@hearth.example"));
		say(gone, Declaration.bySubject(email(Choice.NO), Evidence.NONE, null, null));
		this.erase.erase(gone.id(), People.OPERATOR);
		assertThat(suppressed(one)).containsExactly("kept-say");
		Profile other = this.people.create(Map.of("email", "all@hearth.example"));
		assertThat(suppressed(other)).containsExactly("kept-say");
		Profile left = this.people.create(Map.of("email", "all@hearth.example"));
		this.people.change(left.id(), Map.of("email", "else@hearth.example"));
		assertThat(suppressed(left)).containsExactly("none", "kept-say");
		say(other, Declaration.bySubject(email(Choice.YES), Evidence.NONE, null, null));
		assertThat(List.of(one, other)).allSatisfy((each) -> {
			assertThat(suppressed(each)).containsExactly("none", "kept-say");
			assertThat(this.ledger.verify(each.id()).holds()).isTrue();
		});
		assertThat(suppressed(left)).hasSize(2);
		add("{\"channel\":\"email\",\"address\":\"late@hearth.example\",\"reason\":\"complaint\"}");
		say(left,
				Declaration.bySubject(List
					.of(new Statement(Purpose.MARKETING_EMAIL, Choice.YES, Instant.now().plusSeconds(60), null)),
						Evidence.NONE, null, null));
		this.people.change(left.id(), Map.of("email", "late@hearth.example"));
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "late@hearth.example"))).isEmpty();
		assertThat(suppressed(left)).hasSize(2);
	}

	private List<String> suppressed(Profile person) {
		return this.ledger.list(person.id(), null, 20)
			.stream()
			.filter((entry) -> entry.purpose().equals("suppression.email"))
			.map(LedgerEntry::after)
			.toList();
	}

	private int told() {
		return this.jdbc.sql("select count(*) from suppressed_profile").query(Integer.class).single();
	}

	@Test
	void pastedAddressesAreSuppressedAndWhatIsNoneIsLeft() {
		MvcTestResult pasted = post("/suppressions", Map.of("channel", "sms", "addresses",
				"+33639981245\n0032 478 54 18 04; nonsense, \n", "reason", "manual"), SignIn.admin());
		assertThat(pasted).hasStatus(422).bodyText().contains("2 addresses are suppressed now", ">nonsense</textarea>");
		assertThat(this.suppressions.find(Map.of(Channel.SMS, "+32478541804"))).hasSize(1);
		assertThat(post("/suppressions",
				Map.of("channel", "sms", "addresses", "+33639981245, +33639981246", "reason", "manual"),
				SignIn.admin()))
			.hasRedirectedUrl("/suppressions");
		assertThat(post("/suppressions",
				Map.of("channel", "sms", "addresses", "+33639981247, nobody", "until", "2020-01-01"), SignIn.admin()))
			.hasStatus(422)
			.bodyText()
			.contains("1 address is suppressed now", ">nobody</textarea>", "until-error", "addresses-error");
		assertThat(this.suppressions.find(Map.of(Channel.SMS, "+33639981247"))).singleElement()
			.matches((suppression) -> suppression.until() == null);
		assertThat(page("/suppressions?reason=manual")).contains("4 suppressions", "Added by hand");
		assertThat(page("/suppressions?q=nonsense")).contains("no whole e-mail address");
	}

	private List<Statement> email(Choice choice) {
		return List.of(Statement.of(Purpose.MARKETING_EMAIL, choice));
	}

	private void say(Profile person, Declaration declaration) {
		this.record.record(person.id(), declaration);
	}

	private MvcTestResult add(String body) {
		return ask(HttpMethod.POST, ROOT, body, "suppressions");
	}

	private MvcTestResult lift(String id, String body, String scopes) {
		return ask(HttpMethod.DELETE, ROOT + "/" + id, body, scopes);
	}

	private MvcTestResult ask(HttpMethod method, String path, @Nullable String body, String scopes) {
		var request = this.mvc.method(method).uri(path).header("Authorization", "Bearer " + scopes);
		if (body != null) {
			request = request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		return request.exchange();
	}

	private MvcTestResult post(String path, Map<String, String> fields, RequestPostProcessor who) {
		return this.mvc.post()
			.uri(path)
			.params(MultiValueMap.fromSingleValue(fields))
			.with(who)
			.with(csrf())
			.exchange();
	}

	private String page(String path) {
		try {
			return text(this.mvc.get().uri(path).with(SignIn.admin()).exchange());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String id(MvcTestResult answer) throws Exception {
		return JsonPath.read(text(answer), "$.id");
	}

	private static String text(MvcTestResult answer) throws Exception {
		return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

}
