package dev.sayso.contact.check;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.condition.Period;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.status.ChannelStatuses;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.ProfilesWithSay;
import dev.sayso.consent.status.VerdictMessages;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.person.BatchedProfileLookup;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.service.ServiceConsole;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.SubscriptionOutcome;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.service.SubscriptionUndo;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what senders count on who ask whether somebody may be contacted.
 */
@ProductTest
class ContactChecksTests extends ServiceConsole {

	private static final String ROOT = "/api/v1/contact-checks";

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RecordSay says;

	@Autowired
	Says said;

	@Autowired
	RecordSuppression suppress;

	@Autowired
	SubscriptionUndo undo;

	@Autowired
	ProfileLookup names;

	@Autowired
	ProfilesWithSay profiles;

	@Autowired
	ContactStatuses statuses;

	@Autowired
	ChannelStatuses current;

	@Autowired
	ServiceAnswers answers;

	@Autowired
	VerdictMessages messages;

	@Autowired
	Clock time;

	@BeforeEach
	void tokens() {
		ApiTokenSamples.addAll(this.jdbc, "contact", "profiles");
	}

	@Test
	void everyReasonIsTold() throws Exception {
		Profile camille = this.people.create(Map.of("externalId", "c-1", "email", "camille@hearth.example"));
		Profile other = this.people.create(Map.of("externalId", "c-2", "email", "camille@hearth.example"));
		say(camille, Purpose.MARKETING_ANY, Choice.NO);
		say(camille, Purpose.MARKETING_EMAIL, Choice.NO);
		say(other, Purpose.MARKETING_EMAIL, Choice.NO);
		Suppression bounced = suppress("camille@hearth.example", Suppression.Reason.SOFT_BOUNCES);
		String answer = check("""
				{"channel":"email","profiles":["externalId:c-1"]}""");
		assertThat(JsonPath.<Boolean>read(answer, "$.verdicts[0].allowed")).isFalse();
		assertThat(JsonPath.<String>read(answer, "$.verdicts[0].tracking")).isEqualTo("anonymous");
		assertThat(JsonPath.<List<String>>read(answer, "$.verdicts[0].reasons[*].code"))
			.containsExactly("OPTED_OUT_ANY", "OPTED_OUT", "OPTED_OUT", "ADDRESS_SUPPRESSED");
		assertThat(JsonPath.<List<String>>read(answer, "$.verdicts[0].reasons[*].ledger")).hasSize(3)
			.contains(this.said.find(other.id()).get(Purpose.MARKETING_EMAIL).orElseThrow().ledgerId().toString());
		assertThat(JsonPath.<List<String>>read(answer, "$.verdicts[0].reasons[*].profile"))
			.containsExactly(other.id().toString());
		assertThat(JsonPath.<String>read(answer, "$.verdicts[0].reasons[3].suppression"))
			.isEqualTo(bounced.id().toString());
		assertThat(JsonPath.<String>read(answer, "$.verdicts[0].reasons[3].until"))
			.isEqualTo(String.valueOf(bounced.until()));
		String transactional = check("""
				{"channel":"email","action":"transactional","profiles":["externalId:c-1"]}""");
		assertThat(JsonPath.<List<String>>read(transactional, "$.verdicts[0].reasons[*].code"))
			.containsExactly("ADDRESS_SUPPRESSED");
	}

	@Test
	void whoIsUnknownIsNotAllowedAndTheirAddressCountsEvenSo() throws Exception {
		suppress("gone@hearth.example", Suppression.Reason.COMPLAINT);
		String answer = check("""
				{"channel":"email","profiles":["email:Gone@hearth.example","externalId:nobody","?"]}""");
		assertThat(JsonPath.<List<String>>read(answer, "$.verdicts[*].profile"))
			.containsExactly("email:Gone@hearth.example", "externalId:nobody", "?");
		assertThat(JsonPath.<List<String>>read(answer, "$.verdicts[0].reasons[*].code"))
			.containsExactly("UNKNOWN_PROFILE", "ADDRESS_SUPPRESSED");
		assertThat(JsonPath.<List<String>>read(answer, "$.verdicts[1:].reasons[*].code"))
			.containsExactly("UNKNOWN_PROFILE", "UNKNOWN_PROFILE");
	}

	@Test
	void anAddressThatSeveralHaveAsksForAllOfThem() throws Exception {
		Profile yes = this.people.create(Map.of("mobile", "+33639981245"));
		Profile no = this.people.create(Map.of("mobile", "+33639981245"));
		say(yes, Purpose.MARKETING_SMS, Choice.YES);
		say(no, Purpose.MARKETING_SMS, Choice.YES);
		String both = check("{\"channel\":\"sms\",\"explain\":true,\"profiles\":[\"mobile:+33639981245\"]}");
		assertThat(JsonPath.<Boolean>read(both, "$.verdicts[0].allowed")).isTrue();
		assertThat(JsonPath.<List<String>>read(both, "$.verdicts[0].allowedBy[*].because")).containsExactly("explicit",
				"explicit");
		say(no, Purpose.MARKETING_SMS, Choice.NO);
		String one = check("{\"channel\":\"sms\",\"profiles\":[\"mobile:+33639981245\"]}");
		assertThat(JsonPath.<Boolean>read(one, "$.verdicts[0].allowed")).isFalse();
		assertThat(JsonPath.<List<String>>read(one, "$.verdicts[0].reasons[*].profile"))
			.containsOnly(no.id().toString());
	}

	@Test
	void forAServiceSubscribersAreAllowedUnlessTheySaidNo() throws Exception {
		service("letter");
		Profile in = this.people.create(Map.of("externalId", "s-1"));
		this.people.create(Map.of("externalId", "s-2"));
		in(in.id(), "letter", Declaration.bySubject(List.of(), Evidence.NONE, null, null));
		String body = "{\"channel\":\"email\",\"service\":\"letter\",\"profiles\":[\"externalId:s-1\",\"externalId:s-2\"]}";
		assertThat(JsonPath.<List<Boolean>>read(check(body), "$.verdicts[*].allowed")).containsExactly(true, false);
		assertThat(JsonPath.<List<String>>read(check(body), "$.verdicts[1].reasons[*].code"))
			.containsExactly("NOT_SUBSCRIBED");
		Instant before = this.time.instant();
		say(in, Purpose.MARKETING_EMAIL, Choice.NO);
		assertThat(JsonPath.<List<String>>read(check(body), "$.verdicts[0].reasons[*].code"))
			.containsExactly("OPTED_OUT");
		String then = check(body.replace("\"profiles\"", "\"at\":\"" + before + "\",\"profiles\""));
		assertThat(JsonPath.<List<Boolean>>read(then, "$.verdicts[*].allowed")).containsExactly(true, false);
		assertThat(JsonPath.<String>read(then, "$.details")).isEqualTo("now");
	}

	@Test
	void personalizationIsAskedBesidesTheChannelWhereItIsTheAction() throws Exception {
		Profile person = this.people.create(Map.of("externalId", "p-1"));
		say(person, Purpose.MARKETING_EMAIL, Choice.YES);
		String body = """
				{"channel":"email","action":"single-identity-personalization","profiles":["externalId:p-1"]}""";
		assertThat(JsonPath.<List<String>>read(check(body), "$.verdicts[0].reasons[*].code"))
			.containsExactly("NO_CONSENT");
		say(person, Purpose.PERSONALIZE_CONTENT, Choice.YES);
		assertThat(JsonPath.<Boolean>read(check(body), "$.verdicts[0].allowed")).isTrue();
	}

	@Test
	void aSubscriptionThatWasTakenBackOrHadEndedIsNoneAtThatTime() throws Exception {
		service("letter");
		service("season", ServiceValidity.lasting(30, Period.Unit.DAYS));
		Profile back = this.people.create(Map.of("externalId", "s-1"));
		SubscriptionOutcome joined = in(back.id(), "letter", operator());
		this.undo.undo(Objects.requireNonNull(joined.entry()), People.OPERATOR);
		Profile late = this.people.create(Map.of("externalId", "s-2"));
		ago(Duration.ofDays(31)).record(late.id(), operator(), SubscriptionStatement.in("season", null, null));
		String letter = "{\"channel\":\"email\",\"at\":\"%s\",\"service\":\"letter\",\"profiles\":[\"externalId:s-1\"]}";
		assertThat(JsonPath.<Boolean>read(check(letter.formatted(this.time.instant())), "$.verdicts[0].allowed"))
			.isFalse();
		String season = "{\"channel\":\"email\",\"at\":\"%s\",\"service\":\"season\",\"profiles\":[\"externalId:s-2\"]}";
		Instant over = this.time.instant().minusSeconds(60);
		Instant during = over.minus(Duration.ofDays(5));
		for (int noted = 0; noted < 2; noted++) {
			assertThat(JsonPath.<Boolean>read(check(season.formatted(over)), "$.verdicts[0].allowed")).isFalse();
			assertThat(JsonPath.<Boolean>read(check(season.formatted(during)), "$.verdicts[0].allowed")).isTrue();
			expire();
		}
	}

	@Test
	void whatLetsThroughIsWhatWasAsked() throws Exception {
		service("letter");
		Profile person = this.people.create(Map.of("externalId", "b-1"));
		say(person, Purpose.PERSONALIZE_CONTENT, Choice.YES);
		String basis = "{\"channel\":\"email\",\"explain\":true,\"profiles\":[\"externalId:b-1\"],%s}";
		assertThat(JsonPath.<List<String>>read(check(basis.formatted("\"action\":\"single-identity-personalization\"")),
				"$.verdicts[0].allowedBy[*].purpose"))
			.containsExactly("marketing.email", "personalize.content");
		UUID joined = Objects.requireNonNull(in(person.id(), "letter", operator()).entry()).id();
		String subscribed = check(basis.formatted("\"service\":\"letter\""));
		assertThat(JsonPath.<List<String>>read(subscribed, "$.verdicts[0].allowedBy[*].purpose"))
			.containsExactly("service.letter");
		assertThat(JsonPath.<List<String>>read(subscribed, "$.verdicts[0].allowedBy[*].ledger"))
			.containsExactly(joined.toString());
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		assertThat(JsonPath.<List<String>>read(check(basis.formatted("\"action\":\"transactional\"")),
				"$.verdicts[0].allowedBy"))
			.isEmpty();
	}

	@Test
	void longAgoTheFirstDefaultsHeld() throws Exception {
		this.people.create(Map.of("externalId", "d-1", "email", "d@hearth.example"));
		for (String choice : List.of("dn", "dy")) {
			this.jdbc.sql("insert into consent_default (at, choices) values (current_timestamp, ?)")
				.param("marketing.email=" + choice)
				.update();
		}
		for (String at : List.of("1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z")) {
			assertThat(check("{\"channel\":\"email\",\"at\":\"" + at + "\",\"profiles\":[\"externalId:d-1\"]}"))
				.contains("NO_CONSENT");
			assertThat(text(ask(ROOT + "?channel=email&at=" + at, MediaType.APPLICATION_NDJSON,
					"{\"profile\":\"externalId:d-1\"}", "contact")))
				.contains("NO_CONSENT");
		}
		for (String at : List.of("-999999999-01-01T00:00:00Z", "yesterday", "+12026-01-01T00:00:00Z")) {
			assertThat(ask(ROOT + "?channel=email&at=" + at, MediaType.APPLICATION_NDJSON, "{}", "contact"))
				.hasStatus(400);
		}
	}

	@Test
	void whoIsErasedMeanwhileIsUnknown() {
		Profile person = this.people.create(Map.of("externalId", "e-1"));
		BatchedProfileLookup references = Mockito.mock(BatchedProfileLookup.class);
		Mockito.when(references.columns(ArgumentMatchers.any()))
			.thenReturn(Map.of("id", Map.of(ProfileId.random().id(), List.of("externalId:e-0"), person.id().id(),
					List.of("externalId:e-1"))));
		ContactCheckBody body = new ContactCheckBody("email", null, null, null, null, List.of());
		List<CheckedProfile> checked = new ContactChecks(
				new KnownPeople(references, this.current, this.profiles, this.statuses), this.names, this.statuses,
				this.answers, this.messages, this.time)
			.check(body, List.of("externalId:e-0", "externalId:e-1"));
		assertThat(checked.get(0).reasons()).extracting(CheckedProfile.Reason::code).containsExactly("UNKNOWN_PROFILE");
		assertThat(checked.get(1).allowed()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"channel":"owl","profiles":[]}                                     | /channel
			{"profiles":[]}                                                     | /channel
			{"channel":"email"}                                                 | /profiles
			{"channel":"email","profiles":[1]}                                  | /profiles/0
			{"channel":"sms","action":"email-targeting","profiles":[]}          | /action
			{"channel":"sms","action":"No Action","profiles":[]}                | /action
			{"channel":"email","action":"transactionnal","profiles":[]}         | /action
			{"channel":"email","action":"newsletter","profiles":[]}             | /action
			{"channel":"email","service":"none","profiles":[]}                  | /service
			{"channel":"email","at":"2999-01-01T00:00:00Z","profiles":[]}       | /at
			{"channel":"email","at":"yesterday","profiles":[]}                  | /at
			{"channel":"email","more":1,"profiles":[]}                          | /more""")
	void whatIsWrongIsToldAtItsPlace(String body, String pointer) throws Exception {
		MvcTestResult answer = ask(ROOT, MediaType.APPLICATION_JSON, body, "contact");
		assertThat(answer).hasStatus(422);
		assertThat(JsonPath.<List<String>>read(text(answer), "$.errors[*].pointer")).containsExactly(pointer);
	}

	@Test
	void aStreamIsAnsweredInOrderAndABrokenLineInItsPlace() throws Exception {
		Profile no = this.people.create(Map.of("externalId", "n-1", "email", "no@hearth.example"));
		this.people.create(Map.of("externalId", "n-2"));
		say(no, Purpose.MARKETING_EMAIL, Choice.NO);
		say(no, Purpose.MARKETING_SMS, Choice.YES);
		String many = IntStream.range(0, 1300).mapToObj((line) -> switch (line % 4) {
			case 0 -> "{\"profile\":\"externalId:n-1\"}";
			case 1 -> "{\"profile\":\"externalId:n-" + (900 + line) + "\"}";
			case 2 -> (line % 8 == 2) ? "{\"profile\":" : "{\"profile\":\"x\",\"more\":1}";
			default -> "{\"profile\":\"externalId:n-2\"}";
		}).collect(Collectors.joining("\n"));
		MvcTestResult answer = ask(ROOT + "?channel=sms", MediaType.APPLICATION_NDJSON, many + "\n\n", "contact");
		assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_NDJSON);
		List<String> lines = text(answer).lines().toList();
		assertThat(lines).hasSize(1300);
		for (int line = 0; line < 1300; line += 4) {
			assertThat(JsonPath.<Boolean>read(lines.get(line), "$.allowed")).isTrue();
			assertThat(JsonPath.<String>read(lines.get(line + 1), "$.reasons[0].code")).isEqualTo("UNKNOWN_PROFILE");
			assertThat(JsonPath.<Integer>read(lines.get(line + 2), "$.line")).isEqualTo(line + 3);
			assertThat(JsonPath.<Integer>read(lines.get(line + 2), "$.error.status")).isIn(400, 422);
			assertThat(JsonPath.<String>read(lines.get(line + 3), "$.profile")).isEqualTo("externalId:n-2");
		}
		assertThat(text(ask(ROOT + "?channel=email", MediaType.APPLICATION_NDJSON,
				"{\"profile\":\"" + "x".repeat(3000) + "\"}\n{\"profile\":\"externalId:n-1\"}", "contact"))
			.lines()).hasSize(2).last().asString().contains("OPTED_OUT");
		assertThat(ask(ROOT + "?channel=owl", MediaType.APPLICATION_NDJSON, many, "contact")).hasStatus(422);
		assertThat(ask(ROOT + "?channel=email", MediaType.APPLICATION_NDJSON, many, "profiles")).hasStatus(403);
	}

	private void say(Profile person, Purpose purpose, Choice choice) {
		this.says.record(person.id(),
				Declaration.bySubject(List.of(Statement.of(purpose, choice)), Evidence.NONE, "Preferences v1", null));
	}

	private Suppression suppress(String address, Suppression.Reason reason) {
		return this.suppress
			.record(address, Suppression.of(Channel.EMAIL, reason, false, Origin.API, this.time.instant(), null, null),
					People.OPERATOR)
			.stands();
	}

	private String check(String body) throws Exception {
		MvcTestResult answer = ask(ROOT, MediaType.APPLICATION_JSON, body, "contact");
		assertThat(answer).hasStatusOk();
		return text(answer);
	}

	private MvcTestResult ask(String path, MediaType type, String body, String scopes) {
		return this.mvc.post()
			.uri(path)
			.header("Authorization", "Bearer " + scopes)
			.contentType(type)
			.content(body)
			.exchange();
	}

	private static String text(MvcTestResult answer) throws Exception {
		return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

}
