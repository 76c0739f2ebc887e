package dev.sayso.contact.events;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.CannotCreateTransactionException;

import dev.sayso.ProductTest;
import dev.sayso.account.Role;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.RecordAddressYes;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.contact.inbound.ReceivedMessage;
import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.ProfileManagement;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.store.DiskSpace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Holds what senders count on who tell of bounces, complaints and unsubscribes.
 */
@ProductTest
class MessageEventsTests {

	private static final String ADDRESS = "camille@hearth.example";

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

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
	RecordAddressYes yes;

	@Autowired
	ProfileManagement profiles;

	@Autowired
	ReceivedMessages received;

	@Autowired
	MessageEventRows rows;

	@Autowired
	DiskSpace disk;

	@Autowired
	EraseProfile erase;

	@Autowired
	Suppressions suppressions;

	@Autowired
	ProfileLookup lookup;

	@BeforeEach
	void tokens() {
		ApiTokenSamples.addAll(this.jdbc, "contact", "suppressions", "profiles");
	}

	@Test
	void aHardBounceSuppressesTheAddressWithItsDiagnostic() throws Exception {
		Profile camille = this.people.create(Map.of("email", ADDRESS));
		String told = tell("""
				{"type":"bounced","channel":"email","address":"Camille@HEARTH.example.","at":"2026-03-03T20:47:12Z",
				"message":"m-7","hard":true,"diagnostic":"550 5.1.1 <camille@hearth.example> no such user"}""");
		assertThat(JsonPath.<List<String>>read(told, "$.items[*].effect")).containsExactly("suppressed");
		assertThat(only()).satisfies((suppression) -> {
			assertThat(suppression.reason()).isEqualTo(Suppression.Reason.HARD_BOUNCE);
			assertThat(suppression.since()).isEqualTo("2026-03-03T20:47:12Z");
			assertThat(JsonPath.<String>read(told, "$.items[0].suppression")).isEqualTo(suppression.id().toString());
		});
		assertThat(this.ledger.list(camille.id(), null, 9)).singleElement().satisfies((entry) -> {
			assertThat(entry.after()).isEqualTo("hard-bounce");
			assertThat(entry.evidence().facts()).containsEntry("message", "m-7")
				.containsEntry("diagnostic", "550 5.1.1 <–> no such user");
		});
		assertThat(this.ledger.verify(camille.id()).holds()).isTrue();
		assertThat(effects("""
				{"type":"bounced","channel":"email","address":"camille@hearth.example","message":"m-7","hard":true}"""))
			.containsExactly("repeated");
		assertThat(effects("""
				{"type":"bounced","channel":"email","address":"camille@hearth.example","message":"m-8","hard":true}"""))
			.containsExactly("stood");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			email    | a@hearth.example | 550 5.1.1 Recipient address rejected | hard-bounce
			email    | a@hearth.example | smtp; 550 5.1.10 null MX             | hard-bounce
			email    | a@hearth.example | 552 5.2.2 Mailbox full               | soft-bounce
			email    | a@hearth.example | 550 5.1.8 Bad sender                 | soft-bounce
			email    | a@hearth.example | 421 4.7.0 try again 15.1.1.7         | soft-bounce
			email    | a@hearth.example | they opted out                       | soft-bounce
			sms      | +33639981245     | ErrorCode 21610                      | carrier-stop
			sms      | +33639981245     | Blocked due to STOP message (40300)  | carrier-stop
			sms      | +33639981245     | recipient has opted-out              | carrier-stop
			sms      | +33639981245     | 30003 Unreachable destination        | soft-bounce
			whatsApp | +33639981245     | 131050                               | carrier-stop
			push     | fcm-1            | UNREGISTERED                         | hard-bounce
			push     | fcm-1            | QUOTA_EXCEEDED                       | soft-bounce""")
	void whatADiagnosticMeansIsTakenFromIt(String channel, String address, String diagnostic, String kind)
			throws Exception {
		String told = tell("{\"type\":\"bounced\",\"channel\":\"" + channel + "\",\"address\":\"" + address
				+ "\",\"diagnostic\":\"" + diagnostic + "\"}");
		assertThat(JsonPath.<List<String>>read(told, "$.items[*].kind")).containsExactly(kind);
	}

	@Test
	void aStopThatACarrierHoldsAndAComplaintAreNoesThatAreKept() throws Exception {
		assertThat(effects("""
				[{"type":"bounced","channel":"sms","address":"+33639981245","diagnostic":"21610","hard":true},
				{"type":"complained","channel":"email","address":"camille@hearth.example"}]"""))
			.containsExactly("suppressed", "suppressed");
		assertThat(this.suppressions.find(Map.of(Channel.SMS, "+33639981245"))).singleElement().satisfies((stop) -> {
			assertThat(stop.reason()).isEqualTo(Suppression.Reason.CARRIER_STOP);
			assertThat(stop.kind()).isEqualTo(Suppression.Kind.KEPT_SAY);
			assertThat(stop.own()).isTrue();
		});
		Profile later = this.people.create(Map.of("email", ADDRESS));
		assertThat(this.says.find(later.id()).saysNo(Channel.EMAIL)).isTrue();
	}

	@Test
	void anUnsubscribeIsThePersonsOwnNoOnThatChannelOfEverybodyWithTheAddress() throws Exception {
		Profile one = this.people.create(Map.of("externalId", "c-1", "email", ADDRESS, "mobile", "+33639981245"));
		Profile other = this.people.create(Map.of("email", ADDRESS));
		assertThat(
				effects("""
						{"type":"unsubscribed","channel":"email","address":"camille@hearth.example","at":"2026-03-03T20:47:12Z","message":"m-1"}"""))
			.containsExactly("opted-out");
		for (Profile profile : List.of(one, other)) {
			assertThat(this.says.find(profile.id()).get(Purpose.MARKETING_EMAIL)).hasValueSatisfying((no) -> {
				assertThat(no.choice()).isEqualTo(Choice.NO);
				assertThat(no.own()).isTrue();
				assertThat(no.saidAt()).isEqualTo("2026-03-03T20:47:12Z");
			});
		}
		assertThat(effects("""
				{"type":"unsubscribed","channel":"sms","profile":"externalId:c-1"}""")).containsExactly("opted-out");
		assertThat(this.says.find(one.id()).saysNo(Channel.SMS)).isTrue();
		assertThat(effects("""
				{"type":"unsubscribed","channel":"email","profile":"email:nobody@hearth.example"}"""))
			.containsExactly("opted-out");
		Profile later = this.people.create(Map.of("email", "nobody@hearth.example"));
		assertThat(this.says.find(later.id()).saysNo(Channel.EMAIL)).isTrue();
	}

	@Test
	void aYesThatThePersonSaidSinceStands() throws Exception {
		Profile camille = this.people.create(Map.of("email", ADDRESS));
		this.record.record(camille.id(),
				Declaration.bySubject(List
					.of(new Statement(Purpose.MARKETING_EMAIL, Choice.YES, NOW.minus(Duration.ofDays(2)), null)),
						Evidence.NONE, null, null));
		assertThat(effects(event("complained", NOW.minus(Duration.ofDays(3)), "m-1"))).containsExactly("stood");
		assertThat(effects(event("unsubscribed", NOW.minus(Duration.ofDays(3)), "m-1"))).containsExactly("stood");
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, ADDRESS))).isEmpty();
		assertThat(effects(event("complained", NOW.minus(Duration.ofDays(1)), "m-2"))).containsExactly("suppressed");
	}

	@Test
	void whatWasLiftedSinceStaysLifted() throws Exception {
		tell(hard(NOW.minus(Duration.ofDays(3)), "m-1"));
		assertThat(this.mvc.delete()
			.uri("/api/v1/suppressions/" + only().id())
			.header("Authorization", "Bearer suppressions")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"reason\":\"mailbox is back\",\"evidence\":\"letter 7\"}")
			.exchange()).hasStatus(204);
		assertThat(effects(hard(NOW.minus(Duration.ofDays(2)), "m-2"))).containsExactly("stood");
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, ADDRESS))).isEmpty();
		assertThat(effects(hard(Instant.now().plusSeconds(2), "m-3"))).containsExactly("suppressed");
	}

	@Test
	void bouncesThatRepeatSuppressForAWhileAndADeliveryStartsAnew() throws Exception {
		this.people.create(Map.of("email", ADDRESS));
		for (int day = 20; day > 16; day--) {
			assertThat(effects(event("bounced", NOW.minus(Duration.ofDays(day)), "m-" + day)))
				.containsExactly("counted");
		}
		assertThat(effects(event("delivered", NOW.minus(Duration.ofDays(16)), "m-16"))).containsExactly("noted");
		for (int day = 15; day > 11; day--) {
			assertThat(effects(event("bounced", NOW.minus(Duration.ofDays(day)), "m-" + day)))
				.containsExactly("counted");
		}
		assertThat(effects(event("bounced", NOW.minus(Duration.ofDays(11)), "m-11"))).containsExactly("suppressed");
		assertThat(only()).satisfies((suppression) -> {
			assertThat(suppression.reason()).isEqualTo(Suppression.Reason.SOFT_BOUNCES);
			assertThat(suppression.until()).isEqualTo(NOW.minus(Duration.ofDays(11)).plus(Duration.ofDays(30)));
		});
		assertThat(effects(event("delivered", NOW.minus(Duration.ofDays(1)), "m-1"))).containsExactly("resumed");
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, ADDRESS))).isEmpty();
	}

	@Test
	void manyBouncesOfOneAfternoonAreTooFew() throws Exception {
		for (int minute = 0; minute < 20; minute++) {
			assertThat(effects(event("bounced", NOW.minus(Duration.ofMinutes(90 - minute)), "m-" + minute)))
				.containsExactly("counted");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void theOrderInWhichEventsComeChangesNothing(int seed) throws Exception {
		Random random = new Random(seed);
		List<String> events = new ArrayList<>();
		for (int day = 25; day > 0; day -= 1 + random.nextInt(3)) {
			events.add(event((random.nextInt(8) == 0) ? "delivered" : "bounced", NOW.minus(Duration.ofDays(day)),
					"m-" + day));
		}
		tell("[" + String.join(",", events) + "]");
		List<Suppression> inOrder = this.suppressions.find(Map.of(Channel.EMAIL, ADDRESS));
		Collections.shuffle(events, random);
		tell("[" + String.join(",", events).replace(ADDRESS, "other@hearth.example") + "]");
		List<Suppression> shuffled = this.suppressions.find(Map.of(Channel.EMAIL, "other@hearth.example"));
		assertThat(shuffled.stream().map(Suppression::until).toList())
			.isEqualTo(inOrder.stream().map(Suppression::until).toList());
	}

	@Test
	void oneThatIsWrongLosesNoneOfTheOthers() throws Exception {
		Profile camille = this.people.create(Map.of("email", ADDRESS));
		MvcTestResult answer = post(
				"""
						[{"type":"opened","channel":"email","address":"a@hearth.example"},
						{"type":"unsubscribed","channel":"email","address":"camille@hearth.example","at":"yesterday","colour":"red"},
						{"type":"bounced","channel":"pigeon","address":"a@hearth.example"},
						{"type":"bounced","channel":"email","address":"nobody"},
						{"type":"complained","channel":"email","profile":"externalId:nobody"},
						{"type":"complained","channel":"email"}, 7]""",
				"contact");
		assertThat(answer).hasStatus(422);
		String text = text(answer);
		assertThat(JsonPath.<List<String>>read(text, "$.errors[*].pointer")).contains("/0/type", "/1/at", "/1/colour",
				"/2/channel", "/3/address", "/4/profile", "/5/address", "/6");
		assertThat(JsonPath.<List<String>>read(text, "$.taken")).containsExactly("/1");
		assertThat(this.says.find(camille.id()).saysNo(Channel.EMAIL)).isTrue();
	}

	@Test
	void aNameThatSeveralHaveIsTakenAsTheirAddressOrRefusedWithThem() throws Exception {
		Profile one = this.people.create(Map.of("email", ADDRESS, "mobile", "+33639981245"));
		Profile other = this.people.create(Map.of("email", ADDRESS, "mobile", "+33639981245"));
		MvcTestResult refused = post("""
				[{"type":"unsubscribed","channel":"sms","profile":"email:camille@hearth.example"},
				{"type":"unsubscribed","channel":"push","profile":"mobile:+33639981245"},
				{"type":"unsubscribed","channel":"email","profile":"email:camille@hearth.example"}]""", "contact");
		assertThat(refused).hasStatus(422);
		assertThat(JsonPath.<List<String>>read(text(refused), "$.candidates"))
			.containsExactlyInAnyOrder(one.id().toString(), other.id().toString());
		assertThat(JsonPath.<List<String>>read(text(refused), "$.errors[*].pointer")).containsExactly("/0/profile",
				"/1/profile");
		assertThat(JsonPath.<List<String>>read(text(refused), "$.taken")).containsExactly("/2");
		assertThat(effects("""
				{"type":"unsubscribed","channel":"sms","profile":"mobile:+33639981245"}"""))
			.containsExactly("opted-out");
		for (Profile profile : List.of(one, other)) {
			assertThat(this.says.find(profile.id()).saysNo(Channel.EMAIL)).isTrue();
			assertThat(this.says.find(profile.id()).saysNo(Channel.SMS)).isTrue();
			assertThat(this.says.find(profile.id()).saysNo(Channel.PUSH)).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void manyAtOnceDoWhatEachDoesByItself(int seed) throws Exception {
		Random random = new Random(seed);
		List<String> kinds = List.of("\"bounced\"", "\"bounced\",\"hard\":true", "\"complained\"", "\"unsubscribed\"",
				"\"delivered\"", "\"replied\",\"text\":\"STOP\"");
		List<String> events = new ArrayList<>();
		for (int number = 0; number < 60; number++) {
			int person = random.nextInt(8);
			String about = random.nextBoolean() ? "\"address\":\"p" + person % 5 + "@WORLD.example\""
					: "\"profile\":\"externalId:WORLD-" + person + "\"";
			events.add("{\"type\":" + kinds.get(random.nextInt(kinds.size())) + ",\"channel\":\"email\"," + about
					+ ",\"at\":\"" + NOW.minus(Duration.ofHours(random.nextInt(600))) + "\",\"message\":\"m-"
					+ random.nextInt(20) + "\"}");
		}
		for (String world : List.of("one", "other")) {
			for (int person = 0; person < 7; person++) {
				this.people.create(Map.of("externalId", world + "-" + person, "email",
						"p" + person % 3 + "@" + world + ".example"));
			}
			this.people.create(Map.of("externalId", world + "-7", "mobile", "+3363998124" + world.length()));
		}
		List<String> each = new ArrayList<>();
		for (String event : events) {
			each.addAll(effects(event.replace("WORLD", "one")));
		}
		assertThat(effects("[" + String.join(",", events).replace("WORLD", "other") + "]")).isEqualTo(each)
			.contains("suppressed", "opted-out", "repeated", "counted");
		for (int address = 0; address < 5; address++) {
			assertThat(standing("p" + address + "@other.example")).isEqualTo(standing("p" + address + "@one.example"));
		}
		for (int person = 0; person < 8; person++) {
			assertThat(told("other-" + person)).isEqualTo(told("one-" + person));
		}
	}

	private List<List<Object>> standing(String address) {
		return this.suppressions.find(Map.of(Channel.EMAIL, address))
			.stream()
			.map((each) -> List.<Object>of(each.reason(), each.since(), String.valueOf(each.until()), each.own()))
			.toList();
	}

	private List<List<Object>> told(String person) {
		Profile profile = this.lookup.find("externalId:" + person);
		assertThat(this.ledger.verify(profile.id()).holds()).isTrue();
		return this.ledger.list(profile.id(), null, 99)
			.stream()
			.map((entry) -> List.<Object>of(entry.purpose(), String.valueOf(entry.before()), entry.after(), entry.own(),
					entry.evidence().facts()))
			.toList();
	}

	@Test
	void manyAreTakenTogetherAndABodyMayBeLong() throws Exception {
		List<String> events = new ArrayList<>();
		for (int number = 0; number < 250; number++) {
			events.add(event("unsubscribed", NOW, "m-" + number).replace(ADDRESS, "u" + number + "@hearth.example"));
		}
		assertThat(effects("[" + String.join(",", events) + "]")).hasSize(250).containsOnly("opted-out");
		assertThat(effects("[" + String.join(",", events) + "]")).hasSize(250).containsOnly("repeated");
		String diagnostic = "x".repeat(3900);
		List<String> heavy = new ArrayList<>();
		for (int number = 0; number < 400; number++) {
			heavy.add(event("bounced", NOW, "h-" + number).replace("}", ",\"diagnostic\":\"" + diagnostic + "\"}"));
		}
		assertThat(effects("[" + String.join(",", heavy) + "]")).hasSize(400);
	}

	@Test
	void whereOneOfManyFailsTheOthersAreTaken() {
		RecordMessageEvent record = Mockito.mock(RecordMessageEvent.class);
		Sender sender = new Sender("sender", Actor.system(), false);
		List<MessageEvent> events = IntStream.range(0, 1002)
			.mapToObj((number) -> new MessageEvent(MessageEvent.Kind.UNSUBSCRIBE, Channel.EMAIL, number + ADDRESS, null,
					NOW, null, null, null))
			.toList();
		Mockito.when(record.record(Mockito.anyList(), Mockito.any())).thenThrow(new CannotAcquireLockException("held"));
		Mockito.when(record.record(Mockito.any(MessageEvent.class), Mockito.any()))
			.thenReturn(RecordMessageEvent.Outcome.of(MessageEvent.Effect.OPTED_OUT));
		MessageEventIntake intake = new MessageEventIntake(record, this.rows, this.disk, Clock.systemUTC());
		assertThat(intake.take(events, sender)).hasSize(1002)
			.allMatch((outcome) -> outcome.effect() == MessageEvent.Effect.OPTED_OUT);
		Mockito.when(record.record(events.get(0), sender)).thenThrow(new CannotAcquireLockException("held"));
		assertThatThrownBy(() -> intake.take(events, sender)).isInstanceOf(CannotAcquireLockException.class);
		Mockito.verify(record, Mockito.times(2)).record(events.get(1001), sender);
		Mockito.doThrow(new CannotCreateTransactionException("gone")).when(record).record(events.get(0), sender);
		assertThatThrownBy(() -> intake.take(events, sender)).isInstanceOf(CannotCreateTransactionException.class);
		Mockito.verify(record, Mockito.times(2)).record(events.get(1001), sender);
	}

	@Test
	void onlyWhoMayAskAboutContactMayTellOfIt() throws Exception {
		assertThat(post("{}", "profiles")).hasStatus(403);
		assertThat(post("{", "contact")).hasStatus(400);
		assertThat(post("[]", "contact")).hasStatusOk();
	}

	@Test
	void erasingSomebodyTakesOutWhatSendersSaidOfThemAndTheNoStays() throws Exception {
		Profile camille = this.people.create(Map.of("email", ADDRESS));
		tell("""
				[{"type":"bounced","channel":"email","address":"camille@hearth.example","message":"for-camille","diagnostic":"Camille is away"},
				{"type":"complained","channel":"email","address":"camille@hearth.example","message":"for-camille","diagnostic":"Camille is angry"}]""");
		this.erase.erase(camille.id(), Actor.system());
		for (String table : List.of("message_event", "suppression", "suppression_entry", "ledger_entry")) {
			assertThat(this.jdbc.sql("select * from " + table).query().listOfRows()).asString()
				.doesNotContainIgnoringCase("camille");
		}
		assertThat(only().reason()).isEqualTo(Suppression.Reason.COMPLAINT);
	}

	@Test
	void whatSendersSaidOfAnAddressGoesWithItsLastOwner() throws Exception {
		Profile one = this.people.create(Map.of("mobile", "+33639981245"));
		Profile two = this.people.create(Map.of("mobile", "+33639981245"));
		tell("""
				{"type":"bounced","channel":"sms","address":"+33639981245","message":"for-camille","diagnostic":"30003 Camille is away"}""");
		renumber(one, "+33639981246");
		assertThat(this.jdbc.sql("select message from message_event").query(String.class).single())
			.isEqualTo("for-camille");
		renumber(two, "+33639981247");
		assertThat(this.jdbc.sql("select * from message_event").query().listOfRows()).asString()
			.doesNotContainIgnoringCase("camille");
	}

	private void renumber(Profile profile, String mobile) {
		this.profiles.edit(profile.id(), null, Details.addresses(null, mobile), null,
				new ProfileEditor(Origin.API, Actor.system(), null));
	}

	@Test
	void aNoOfSomebodyWithoutAddressIsTheirOwn() throws Exception {
		Profile camille = this.people.create(Map.of("externalId", "c-1", "email", ADDRESS));
		assertThat(effects("""
				{"type":"complained","channel":"fax","profile":"externalId:c-1","message":"m-1"}"""))
			.containsExactly("opted-out");
		assertThat(this.ledger.list(camille.id(), null, 9)).extracting(LedgerEntry::purpose)
			.containsExactly("marketing.fax");
	}

	@Test
	void aReplyThatSaysToStopIsANoAndAnyOtherIsNone() throws Exception {
		Profile camille = this.people.create(Map.of("email", ADDRESS));
		assertThat(
				effects("""
						[{"type":"replied","channel":"email","address":"camille@hearth.example","message":"m-1","text":"When do you stop selling?"},
						{"type":"replied","channel":"email","address":"camille@hearth.example","message":"m-2"}]"""))
			.containsExactly("noted", "noted");
		assertThat(this.says.find(camille.id()).saysNo(Channel.EMAIL)).isFalse();
		assertThat(
				effects("""
						{"type":"replied","channel":"email","address":"camille@hearth.example","message":"m-3","text":"Stop, thank you!"}"""))
			.containsExactly("opted-out");
		assertThat(this.ledger.list(camille.id(), null, 1)).singleElement()
			.satisfies((no) -> assertThat(no.evidence().facts()).containsEntry("wrote", "Stop, thank you!"));
	}

	@Test
	void aStopThatIsRepliedToAMessageAfterOtherWordsIsTaken() throws Exception {
		Profile camille = this.people.create(Map.of("email", ADDRESS));
		assertThat(effects(replied("thanks"))).containsExactly("noted");
		assertThat(effects(replied("STOP"))).containsExactly("opted-out");
		assertThat(effects(replied("STOP"))).containsExactly("repeated");
		assertThat(this.says.find(camille.id()).saysNo(Channel.EMAIL)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "unsubscribed", "complained" })
	void aNoThatIsSaidAgainAfterComingBackIsTakenAndCountsOnce(String type) throws Exception {
		Profile camille = this.people.create(Map.of("email", ADDRESS));
		String first = (type.equals("complained")) ? "suppressed" : "opted-out";
		assertThat(effects(event(type, NOW.minus(Duration.ofDays(3)), "camp-1"))).containsExactly(first);
		this.yes.record(Channel.EMAIL, ADDRESS, NOW.minus(Duration.ofDays(2)),
				Declaration.bySubject(List
					.of(new Statement(Purpose.MARKETING_EMAIL, Choice.YES, NOW.minus(Duration.ofDays(2)), null)),
						Evidence.NONE, null, null));
		assertThat(effects(event(type, NOW.minus(Duration.ofDays(3)), "camp-1"))).containsExactly("repeated");
		assertThat(stops(camille)).isFalse();
		for (String effect : List.of(first, "repeated")) {
			assertThat(effects(event(type, NOW.minus(Duration.ofDays(1)), "camp-1"))).containsExactly(effect);
			assertThat(stops(camille)).isTrue();
		}
		assertThat(this.jdbc.sql("select sum(events) from message_event_count").query(Integer.class).single())
			.isEqualTo(2);
	}

	@Test
	void aNoWithoutItsTimeCountsOnceAndIsTakenAfterComingBack() throws Exception {
		Profile camille = this.people.create(Map.of("externalId", "c-1", "email", ADDRESS));
		String no = "{\"type\":\"unsubscribed\",\"channel\":\"email\",\"profile\":\"externalId:c-1\",\"message\":\"camp-1\"}";
		assertThat(effects(no)).containsExactly("opted-out");
		assertThat(effects(no)).containsExactly("repeated");
		this.record.record(camille.id(), Declaration
			.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES)), Evidence.NONE, null, null));
		assertThat(effects(no)).containsExactly("opted-out");
	}

	private boolean stops(Profile profile) {
		return this.says.find(profile.id()).saysNo(Channel.EMAIL)
				|| !this.suppressions.find(Map.of(Channel.EMAIL, ADDRESS)).isEmpty();
	}

	@Test
	void repliesThatMayBeAStopWaitForSomebodyAndAreRecordedAsOne() throws Exception {
		Profile camille = this.people.create(Map.of("email", ADDRESS));
		for (String text : List.of("When do you stop selling?", "STOPMAILS", "Stop, thank you!", "see you on Monday",
				"Stop")) {
			effects(replied(text));
			effects(replied(text));
		}
		assertThat(this.received.waiting(9)).extracting(ReceivedMessage::content)
			.containsExactly("When do you stop selling?", "STOPMAILS", "Stop, thank you!");
		ReceivedMessage first = this.received.waiting(1).get(0);
		assertThat(first.source()).isEqualTo("contact");
		assertThat(first.address()).isEqualTo(ADDRESS);
		Profile other = this.people.create(Map.of("email", ADDRESS));
		assertThat(this.mvc.post()
			.uri("/inbound/messages/" + first.id())
			.with(SignIn.as(Role.OPERATOR))
			.with(SignIn.csrf())
			.param("_method", "put")
			.param("act", "stop")
			.exchange()).hasStatus3xxRedirection();
		assertThat(List.of(camille, other)).allMatch((person) -> this.says.find(person.id()).saysNo(Channel.EMAIL));
		assertThat(this.mvc.get().uri("/inbound").with(SignIn.as(Role.OPERATOR)).exchange()).hasStatusOk()
			.bodyText()
			.contains("STOPMAILS", "contact");
		this.erase.erase(camille.id(), Actor.system());
		this.erase.erase(other.id(), Actor.system());
		assertThat(this.received.waiting(9)).isEmpty();
	}

	private static String replied(String text) {
		return event("replied", NOW, "m-1").replace("}", ",\"text\":\"" + text + "\"}");
	}

	private Suppression only() {
		List<Suppression> found = this.suppressions.find(Map.of(Channel.EMAIL, ADDRESS));
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private static String event(String type, Instant at, String message) {
		return "{\"type\":\"" + type + "\",\"channel\":\"email\",\"address\":\"" + ADDRESS + "\",\"at\":\"" + at
				+ "\",\"message\":\"" + message + "\"}";
	}

	private static String hard(Instant at, String message) {
		return event("bounced", at, message).replace("}", ",\"hard\":true}");
	}

	private List<String> effects(String body) throws Exception {
		return JsonPath.read(tell(body), "$.items[*].effect");
	}

	private String tell(String body) throws Exception {
		MvcTestResult answer = post(body, "contact");
		assertThat(answer).hasStatusOk();
		return text(answer);
	}

	private MvcTestResult post(String body, String token) {
		return this.mvc.post()
			.uri("/api/v1/message-events")
			.header("Authorization", "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String text(MvcTestResult answer) throws Exception {
		return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

}
