package dev.sayso.contact.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.contact.inbound.ConnectorManagement;
import dev.sayso.contact.inbound.ReceivedMessage;
import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.contact.text.SmsGateway.Answer;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what people and gateways count on of texts to a number.
 */
@ProductTest
class InboundTextsTests {

	static final String NUMBER = "+33639981245";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	RecordSay record;

	@Autowired
	RecordSuppression suppress;

	@Autowired
	Suppressions suppressions;

	@Autowired
	EraseProfile erase;

	@Autowired
	ProfileManagement profiles;

	@Autowired
	Settings settings;

	@Autowired
	ConnectorManagement management;

	@Autowired
	GenericSmsForm form;

	@Autowired
	ReceivedMessages messages;

	@Autowired
	Clock clock;

	SmsGateway gateway;

	Instant now;

	@BeforeEach
	void connect() {
		this.management.create("gateway", this.form.kind(), Channel.SMS,
				new ConnectorManagement.Content("Our gateway", "", "", SmsGateway.SECRET), Actor.system());
		this.gateway = new SmsGateway(this.mvc, "gateway", SmsGateway.SECRET);
		this.settings.set("general.organisation", "Hearth & Co");
		this.now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	@Test
	void aStopIsThePersonsOwnNoWithWhatProvesIt() {
		Profile camille = person("language", "fr");
		Instant said = this.now.minusSeconds(90);
		Answer answer = this.gateway.text("sms-1", NUMBER, "Stop.", said);
		assertThat(answer.understood()).isEqualTo("stop");
		assertThat(answer.reply()).startsWith("Hearth & Co: vous ne recevrez plus").contains("START");
		assertThat(this.ledger.list(camille.id(), null, 9)).singleElement().satisfies((entry) -> {
			assertThat(entry.purpose()).isEqualTo("marketing.sms");
			assertThat(entry.after()).isEqualTo("n");
			assertThat(entry.origin()).isEqualTo(Origin.SUBJECT);
			assertThat(entry.own()).isTrue();
			assertThat(entry.saidAt()).isEqualTo(said);
			assertThat(entry.source()).isEqualTo("SMS · Our gateway");
			assertThat(entry.evidence().facts()).containsEntry("wrote", "Stop.")
				.containsEntry("connector", "Our gateway")
				.containsEntry("message", "sms-1")
				.containsEntry("understood", "stop");
		});
		assertThat(this.ledger.verify(camille.id()).holds()).isTrue();
	}

	@Test
	void theSameIdActsOnceAndIsAnsweredAlike() {
		Profile camille = person();
		Answer first = this.gateway.text("sms-1", NUMBER, "STOP", this.now);
		this.gateway.text("sms-2", NUMBER, "START", this.now.plusSeconds(0));
		assertThat(this.gateway.text("sms-1", NUMBER, "STOP", this.now)).isEqualTo(first);
		assertThat(this.gateway.text("sms-1", NUMBER, "HELP", this.now)).isEqualTo(first);
		assertThat(this.ledger.list(camille.id(), null, 9)).hasSize(1);
	}

	@Test
	void theSameAtTheSameMomentActsOnce() {
		Profile camille = person();
		List<CompletableFuture<Answer>> posts = IntStream.range(0, 6)
			.mapToObj((number) -> CompletableFuture
				.supplyAsync(() -> this.gateway.text("sms-1", NUMBER, "STOP", this.now)))
			.toList();
		assertThat(posts.stream().map(CompletableFuture::join)).allMatch((answer) -> answer.understood().equals("stop"))
			.containsOnly(posts.get(0).join());
		assertThat(this.ledger.list(camille.id(), null, 9)).hasSize(1);
		assertThat(received()).isEqualTo(1);
	}

	@Test
	void whatIsNotSignedOrOldChangesNothing() {
		Profile camille = person();
		byte[] body = "{\"id\":\"1\",\"from\":\"+33639981245\",\"text\":\"STOP\"}".getBytes(StandardCharsets.UTF_8);
		long fresh = Instant.now().getEpochSecond();
		long old = fresh - 301;
		String right = SignedTexts.sign("m", fresh, body, SmsGateway.SECRET);
		for (String signature : List.of("", "v1,", "v1,AAAA", "v2," + right, right, "v1," + right.substring(1))) {
			assertThat(this.gateway.post(body, "m", fresh, signature)).hasStatus(401);
		}
		assertThat(this.gateway.post(body, "other", fresh, "v1," + right)).hasStatus(401);
		assertThat(this.gateway.post("{}".getBytes(), "m", fresh, "v1," + right)).hasStatus(401);
		assertThat(this.gateway.post(body, "m", old, "v1," + SignedTexts.sign("m", old, body, SmsGateway.SECRET)))
			.hasStatus(401);
		assertThat(this.mvc.post().uri("/inbound/gateway").content(body)).hasStatus(401);
		assertThat(new SmsGateway(this.mvc, "nobodys", SmsGateway.SECRET).post(body)).hasStatus(404);
		assertThat(this.ledger.list(camille.id(), null, 9)).isEmpty();
		assertThat(received()).isZero();
		assertThat(this.gateway.post(body, "m", fresh, "v1,AAAA v1," + right)).hasStatusOk();
	}

	@Test
	void whatComesLateCountsByWhenItWasSaid() {
		Profile camille = person();
		this.gateway.text("1", NUMBER, "STOP", this.now.minusSeconds(300));
		this.gateway.text("2", NUMBER, "START", this.now.minusSeconds(100));
		assertThat(sms(camille)).isEqualTo(Choice.YES);
		Answer late = this.gateway.text("3", NUMBER, "STOP", this.now.minusSeconds(200));
		assertThat(late).isEqualTo(new Answer("stop", null));
		assertThat(sms(camille)).isEqualTo(Choice.YES);
		this.gateway.text("4", NUMBER, "STOP", this.now.minusSeconds(50));
		assertThat(this.gateway.text("5", NUMBER, "START", this.now.minusSeconds(80)).reply()).isNull();
		assertThat(this.gateway.text("6", NUMBER, "START", this.now.minusSeconds(50)).reply()).isNull();
		assertThat(sms(camille)).isEqualTo(Choice.NO);
	}

	@Test
	void theSameHoldsOfANumberThatNobodyHas() {
		this.gateway.text("1", NUMBER, "START", this.now.minusSeconds(100));
		this.gateway.text("2", NUMBER, "STOP", this.now.minusSeconds(200));
		assertThat(kept()).isEmpty();
		this.gateway.text("3", NUMBER, "STOP", this.now.minusSeconds(50));
		this.gateway.text("4", NUMBER, "START", this.now.minusSeconds(60));
		assertThat(kept()).singleElement().satisfies((no) -> assertThat(no.own()).isTrue());
		Profile late = person();
		assertThat(sms(late)).isEqualTo(Choice.NO);
		assertThat(this.says.find(late.id()).saysNoToAny()).isFalse();
		this.gateway.text("5", NUMBER, "START", this.now);
		assertThat(sms(late)).isEqualTo(Choice.YES);
		assertThat(kept()).isEmpty();
	}

	@Test
	void everybodyWhoHasTheNumberStopsAndComesBack() {
		Profile one = person();
		Profile two = person("email", "two@hearth.example");
		this.record.record(two.id(),
				Declaration.bySubject(
						List.of(new Statement(Purpose.MARKETING_ANY, Choice.NO, this.now.minusSeconds(900), null)),
						Evidence.NONE, null, null));
		this.suppress.record(NUMBER, Suppression.of(Channel.SMS, Suppression.Reason.CARRIER_STOP, false, Origin.API,
				this.now.minusSeconds(800), null, null), Actor.system());
		this.suppress.record(NUMBER, Suppression.of(Channel.SMS, Suppression.Reason.HARD_BOUNCE, false, Origin.API,
				this.now.minusSeconds(800), null, null), Actor.system());
		this.gateway.text("1", NUMBER, "stop", this.now.minusSeconds(60));
		assertThat(List.of(sms(one), sms(two))).containsOnly(Choice.NO);
		this.gateway.text("2", NUMBER, "start", this.now);
		assertThat(List.of(sms(one), sms(two))).containsOnly(Choice.YES);
		assertThat(this.says.find(two.id()).saysNoToAny()).isFalse();
		assertThat(this.says.find(two.id()).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(kept()).isEmpty();
		assertThat(this.suppressions.find(Map.of(Channel.SMS, NUMBER))).singleElement()
			.satisfies((stays) -> assertThat(stays.reason()).isEqualTo(Suppression.Reason.HARD_BOUNCE));
		assertThat(this.ledger.verify(one.id()).holds()).isTrue();
		assertThat(this.ledger.verify(two.id()).holds()).isTrue();
	}

	@Test
	void helpIsAnsweredAndASentenceChangesNothing() {
		this.settings.set("general.email", "hello@hearth.example");
		Profile camille = person("language", "nl");
		assertThat(this.gateway.text("1", NUMBER, "help", this.now).reply()).isEqualTo(
				"Hearth & Co: u bereikt ons via hello@hearth.example. Sms STOP om geen reclame meer per sms te krijgen.");
		assertThat(this.gateway.text("2", NUMBER, "Where does the bus stop?", this.now))
			.isEqualTo(new Answer("other", null));
		assertThat(this.gateway.text("3", NUMBER, "Thank you!", this.now)).isEqualTo(new Answer("other", null));
		assertThat(this.gateway.text("4", NUMBER, "stop please", this.now).understood()).isEqualTo("near-stop");
		assertThat(this.messages.waiting(9)).extracting(ReceivedMessage::externalId).containsExactly("2", "4");
		assertThat(this.ledger.list(camille.id(), null, 9)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE" })
	void aStopIsReadInAnyEncoding(String charset) {
		Profile camille = person();
		byte[] body = ("{\"id\":\"1\",\"from\":\"" + NUMBER + "\",\"text\":\"Arrêt !\"}")
			.getBytes(Charset.forName(charset));
		assertThat(SmsGateway.answer(this.gateway.post(body)).understood()).isEqualTo("stop");
		assertThat(sms(camille)).isEqualTo(Choice.NO);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"from\":\"+33639981245\",\"text\":\"STOP\"}",
			"{\"from\":33639981245,\"text\":\"STOP\",}",
			"{\"id\":7,\"from\":\"0033639981245\",\"text\":\"S\\u0000T\\u0000O\\u0000P\"}",
			"{'id':null,'from':'tel:+33639981245','text':'ST\u200BOP\n','receivedAt':'yesterday','more':[{}]}",
			"{\"id\":\"\\u0000\",\"from\":\"+33 6 39 98 12 45\",\"text\":\"Ａｒｒêｔ\",\"receivedAt\":\"2999-01-01T00:00:00Z\"}",
			"{\"id\":\"x\",\"from\":\"+33639981245\",\"text\":\"ArrÃªt\",\"receivedAt\":{}}",
			"{\"id\":\"x\",\"from\":\"+33639981245\",\"text\":\"00530054004F0050\",\"receivedAt\":17}" })
	void aStopIsTakenWhateverElseIsWrong(String body) {
		Profile camille = person();
		assertThat(SmsGateway.answer(this.gateway.post(body.getBytes(StandardCharsets.UTF_8))).understood())
			.isEqualTo("stop");
		assertThat(sms(camille)).isEqualTo(Choice.NO);
	}

	static List<byte[]> brokenBodies() {
		String from = "{\"from\":\"+33639981245\",";
		String stop = from + "\"text\":\"STOP\"";
		String said = stop + "}";
		return Stream
			.of("\u00EF\u00BB\u00BF" + said, "\u00EF\u00BB\u00BF" + stop + ",\"to\":\"\u00FF\"}", said + "\u0000",
					said + said, said + " trailing", said + "}]", stop, stop + ",\"more\":tru",
					stop + ",\"deep\":" + "[".repeat(2000) + "]".repeat(2000) + "}",
					from + "\"deep\":" + "{\"a\":".repeat(2000) + "1" + "}".repeat(2000) + ",\"text\":\"STOP\"}",
					from + "\"cost\":" + "7".repeat(3000) + ",\"text\":\"STOP\"}",
					from + "\"cost\":0." + "7".repeat(3000) + ",\"text\":\"STOP\"}",
					from + "\"" + "n".repeat(60_000) + "\":NaN,\"text\":\"STOP\"}",
					from + "\"text\":\"STOP\u00FF\u00FE\"}", "\u00FF" + from + "\"text\":\"ST\u00C3OP\"}",
					from + "\"text\":[\"STOP\"]}", from + "\"text\":{\"body\":{\"is\":[\"STOP\"]}}}")
			.map((body) -> body.getBytes(StandardCharsets.ISO_8859_1))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("brokenBodies")
	void aStopIsReadOutOfWhateverStandsAroundIt(byte[] body) {
		Profile camille = person();
		assertThat(SmsGateway.answer(this.gateway.post(body)).understood()).isEqualTo("stop");
		assertThat(sms(camille)).isEqualTo(Choice.NO);
	}

	@Test
	void nothingIsTooLongOrTooBroken() {
		person();
		assertThat(this.gateway.text("1", NUMBER, "é\u0000\uFFFD🛑 x ".repeat(8334), this.now).understood())
			.isEqualTo("other");
		assertThat(this.gateway.text("2", NUMBER, "stop ".repeat(10_000), this.now).understood()).isEqualTo("stop");
		assertThat(this.gateway.text("y".repeat(5000), NUMBER, "", this.now).understood()).isEqualTo("other");
		assertThat(this.gateway.text("3", "HEARTH", "stop", this.now)).isEqualTo(new Answer("stop", null));
		assertThat(this.messages.waiting(9)).extracting(ReceivedMessage::result).contains("no-number");
		assertThat(this.gateway.post("nothing at all".getBytes())).hasStatus(400);
		assertThat(this.gateway.post(new byte[] { (byte) 0xC3, 0x28, 0, 1 })).hasStatus(400);
		assertThat(this.gateway.post(new byte[3 * 1024 * 1024])).hasStatus(413);
	}

	@Test
	void whatSomebodyWroteGoesWithThem() {
		Profile camille = person();
		this.gateway.text("1", NUMBER, "stop please, Camille from Lyon", this.now);
		this.gateway.text("2", NUMBER, "stop please", this.now);
		this.gateway.text("3", "HEARTH", "stop texting " + NUMBER, this.now);
		this.erase.erase(camille.id(), Actor.system());
		assertThat(this.messages.waiting(9)).singleElement().satisfies((left) -> {
			assertThat(left.content()).isEqualTo("stop texting –");
			assertThat(left.address()).isNull();
		});
		assertThat(this.jdbc
			.sql("select count(*) from received_message where hash is not null"
					+ " and (content is not null or address is not null or sender <> '')")
			.query(Integer.class)
			.single()).isZero();
		assertThat(kept()).hasSize(1);
		assertThat(this.gateway.text("2", NUMBER, "stop please", this.now).understood()).isEqualTo("near-stop");
		assertThat(received()).isEqualTo(3);
	}

	@Test
	void whatMayBeSomebodyElsesWordStaysUntilTheyGoToo() {
		Profile one = person();
		Profile two = person();
		this.gateway.text("1", NUMBER, "stop please", this.now);
		this.gateway.text("2", NUMBER, "can you stop on Sundays", this.now);
		this.erase.erase(one.id(), Actor.system());
		assertThat(this.messages.waiting(9)).hasSize(2).allSatisfy((message) -> {
			assertThat(message.address()).isEqualTo(NUMBER);
			assertThat(message.content()).isNotNull();
		});
		this.erase.erase(two.id(), Actor.system());
		assertThat(this.messages.waiting(9)).isEmpty();
		assertThat(remembered()).isZero();
	}

	@Test
	void whatSomebodyWroteFromAnEarlierNumberGoesWithThem() {
		this.gateway.text("1", NUMBER, "stop please, before anybody had the number", this.now);
		Profile camille = person();
		this.gateway.text("2", NUMBER, "can you stop on Sundays", this.now);
		renumber(camille, "+33639981246");
		Profile next = person();
		this.gateway.text("3", NUMBER, "could you stop on Mondays", this.now);
		this.erase.erase(camille.id(), Actor.system());
		assertThat(this.messages.waiting(9)).singleElement()
			.satisfies((left) -> assertThat(left.content()).isEqualTo("could you stop on Mondays"));
		this.erase.erase(next.id(), Actor.system());
		assertThat(remembered()).isZero();
	}

	private void renumber(Profile profile, String mobile) {
		this.profiles.edit(profile.id(), null, Details.addresses(null, mobile), null,
				new ProfileEditor(Origin.API, Actor.system(), null));
	}

	private int remembered() {
		return this.jdbc.sql(
				"select count(*) from received_message where content is not null or address is not null or sender <> ''")
			.query(Integer.class)
			.single();
	}

	private Profile person(String... more) {
		return this.people
			.create((more.length == 0) ? Map.of("mobile", NUMBER) : Map.of("mobile", NUMBER, more[0], more[1]));
	}

	private Choice sms(Profile profile) {
		return this.says.find(profile.id()).explicit(Purpose.MARKETING_SMS);
	}

	private List<Suppression> kept() {
		return this.suppressions.find(Map.of(Channel.SMS, NUMBER))
			.stream()
			.filter((suppression) -> suppression.kind() == Suppression.Kind.KEPT_SAY)
			.toList();
	}

	private int received() {
		return this.jdbc.sql("select count(*) from received_message").query(Integer.class).single();
	}

}
