package dev.sayso.contact.receiver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.contact.feed.ChangeOrder;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Network;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.Flash;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what people and callers of the API count on of receivers and of the time they
 * have.
 */
@ProductTest
class ReceiversTests {

	private static final String ROOT = "/api/v1/webhooks";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	RecordSay record;

	@Autowired
	EraseProfile erase;

	@Autowired
	ReceiverManagement management;

	@Autowired
	Receivers receivers;

	@Autowired
	OptOutClock duties;

	@Autowired
	ChangeOrder order;

	@Autowired
	TellReceivers tell;

	@Autowired
	BusinessDays days;

	@Autowired
	TimeFormat times;

	@Autowired
	OutboundHosts hosts;

	@Autowired
	Settings settings;

	@Autowired
	MessageSource messages;

	/** Of each test its own: who comes with a token is remembered for a while. */
	private final String token = "tool-" + UUID.randomUUID();

	@BeforeEach
	void token() {
		this.settings.set(TimeFormat.ZONE, "Europe/Paris");
		this.settings.set(OutboundHosts.SETTING, "127.0.0.1");
		ApiTokenSamples.add(this.jdbc, "tool", this.token, "receivers");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-04T15:12:00Z, 10, FR, 2026-11-19", "2026-11-04T23:30:00Z, 10, FR, 2026-11-20",
			"2026-11-24T09:00:00Z, 2, US, 2026-11-27", "2026-12-23T09:00:00Z, 2, DE, 2026-12-28",
			"2026-12-31T09:00:00Z, 1, FR, 2027-01-04", "2026-05-01T09:00:00Z, 1, GB, 2026-05-05",
			"2026-11-04T09:00:00Z, 2, EG, 2026-11-08", "2026-11-04T09:00:00Z, 2, SA, 2026-11-08",
			"2026-11-05T09:00:00Z, 2, AE, 2026-11-09", "2026-11-20T09:00:00Z, 1, IN, 2026-11-21",
			"2026-11-04T09:00:00Z, 2, IR, 2026-11-07" })
	void businessDaysSkipWeekendsAndHolidays(Instant said, int number, String country, String lastDay) {
		TimeAllowed time = TimeAllowed.ofDays(number, country);
		Instant due = this.days.due(time, said);
		assertThat(due.atZone(this.times.zone()).toLocalDate()).hasToString(lastDay);
		assertThat(said.isBefore(this.days.overdueBefore(time, due.minusSeconds(1)))).isFalse();
		assertThat(said.isBefore(this.days.overdueBefore(time, due.plusSeconds(1)))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
			"192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "198.18.0.1", "224.0.0.1",
			"255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1",
			"::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::", "2001::1",
			"2001:db8::1", "::127.0.0.1" })
	void noWebhookLeadsInside(String address) throws UnknownHostException {
		assertThat(Network.isPublic(InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "198.20.0.1",
			"223.255.255.1", "2606:4700:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "2002:808:808::" })
	void webhooksLeadOut(String address) throws UnknownHostException {
		assertThat(Network.isPublic(InetAddress.getByName(address))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "https://hooks.hearth.example/a?b=c, true", "http://hooks.hearth.example/, false",
			"http://127.0.0.1:8080/, true", "https://user@hooks.hearth.example/, false", "ftp://127.0.0.1/, false",
			"https:///nowhere, false", "https://hooks.hearth.example/#a, false", "file:///etc/passwd, false",
			"hooks.hearth.example, false" })
	void addressesOfWebhooksAreHttpsOrNamed(String url, boolean possible) {
		assertThat(this.hosts.isAddress(url)).isEqualTo(possible);
	}

	@Test
	void aWebhookIsMadeChangedAndDeletedByTheApi() throws Exception {
		MvcTestResult made = ask(HttpMethod.POST, ROOT,
				"{\"name\":\"Shop\",\"url\":\"https://hooks.hearth.example/\",\"channels\":[\"email\"],\"businessDays\":10,\"country\":\"US\"}");
		assertThat(made).hasStatus(201);
		String id = JsonPath.read(text(made), "$.id");
		assertThat(JsonPath.<String>read(text(made), "$.secret")).startsWith("whsec_");
		assertThat(text(ask(HttpMethod.GET, ROOT + "/" + id, null))).doesNotContain("whsec_");
		assertThat(ask(HttpMethod.POST, ROOT, "{\"name\":\"shop\",\"url\":\"https://hooks.hearth.example/\"}"))
			.hasStatus(409);
		MvcTestResult wrong = ask(HttpMethod.POST, ROOT,
				"{\"url\":\"http://10.0.0.1/\",\"channels\":[\"pigeon\"],\"hours\":0,\"businessDays\":3,\"country\":\"XX\"}");
		assertThat(wrong).hasStatus(422);
		assertThat(JsonPath.<List<String>>read(text(wrong), "$.errors[*].pointer")).containsExactly("/businessDays",
				"/channels/0", "/country", "/hours", "/name", "/url");
		String changed = text(ask(HttpMethod.PATCH, ROOT + "/" + id, "{\"hours\":24,\"paused\":true}"));
		assertThat(JsonPath.<Integer>read(changed, "$.hours")).isEqualTo(24);
		assertThat(JsonPath.<String>read(changed, "$.state")).isEqualTo("paused");
		assertThat(JsonPath.<List<String>>read(text(ask(HttpMethod.GET, ROOT, null)), "$.items[*].name"))
			.containsExactly("Shop");
		assertThat(ask(HttpMethod.DELETE, ROOT + "/" + id, null)).hasStatus(204);
		assertThat(ask(HttpMethod.GET, ROOT + "/" + id, null)).hasStatus(404);
	}

	@Test
	void aPatchLeavesWhatItDoesNotNameAndNullTakesAwayOrIsRefused() throws Exception {
		UUID pulls = this.jdbc.sql("select id from api_token where name = 'tool'").query(UUID.class).single();
		Receiver fetching = this.management
			.create(new Receiver.Content("Call centre", Receiver.Kind.FETCH, "", Set.of(Channel.CALL),
					TimeAllowed.ofDays(10, "FR"), pulls), People.OPERATOR)
			.receiver();
		String url = ROOT + "/" + fetching.id();
		assertThat(ask(HttpMethod.PATCH, url, "{\"name\":\"Phones\"}")).hasStatusOk();
		Receiver patched = this.receivers.get(fetching.id());
		assertThat(patched.tokenId()).isEqualTo(pulls);
		assertThat(patched.time()).isEqualTo(TimeAllowed.ofDays(10, "FR"));
		assertThat(patched.channelSet()).containsExactly(Channel.CALL);
		assertThat(ask(HttpMethod.PATCH, url, "{\"url\":\"https://hooks.hearth.example/\"}")).hasStatus(422);
		assertThat(ask(HttpMethod.PATCH, url, "{\"hours\":24,\"channels\":null}")).hasStatusOk();
		patched = this.receivers.get(fetching.id());
		assertThat(patched.time()).isEqualTo(TimeAllowed.ofHours(24));
		assertThat(patched.channelSet()).isEmpty();
		String id = JsonPath.read(
				text(ask(HttpMethod.POST, ROOT, "{\"name\":\"Shop\",\"url\":\"https://hooks.hearth.example/\"}")),
				"$.id");
		MvcTestResult wrong = ask(HttpMethod.PATCH, ROOT + "/" + id,
				"{\"name\":null,\"url\":null,\"paused\":null,\"hours\":\"soon\"}");
		assertThat(wrong).hasStatus(422);
		assertThat(JsonPath.<List<String>>read(text(wrong), "$.errors[*].pointer")).containsExactlyInAnyOrder("/hours",
				"/name", "/paused", "/url");
	}

	@Test
	void whoHasDoneAChangeAtOnceSaysSoBeforeItIsNotedThere() throws Exception {
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_CALL, Choice.NO);
		this.order.catchUp();
		try (ReceivingServer server = new ReceivingServer()) {
			Receiver receiver = this.management
				.create(new Receiver.Content("Mail tool", Receiver.Kind.WEBHOOK, server.url(), Set.of(Channel.EMAIL),
						TimeAllowed.ofHours(48), null), People.OPERATOR)
				.receiver();
			say(person, Purpose.MARKETING_EMAIL, Choice.NO);
			say(person, Purpose.MARKETING_SMS, Choice.NO);
			say(this.people.somebody(), Purpose.MARKETING_EMAIL, Choice.NO);
			this.order.catchUp();
			String url = ROOT + "/" + receiver.id() + "/acknowledgements";
			List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
			server.answers((message) -> {
				String link = message.header("Link").replaceFirst("<https?://[^/]*([^>]*)>.*", "$1");
				answers.add(message.profile().equals(person.toString())
						? this.mvc.post().uri(link).exchange().getResponse().getStatus()
						: ask(HttpMethod.POST, url, "{\"changes\":[\"" + message.change() + "\"]}").getResponse()
							.getStatus());
				return 204;
			});
			this.tell.tell(receiver);
			assertThat(answers).containsExactlyInAnyOrder(204, 200);
			assertThat(this.duties.read(receiver).done()).isEqualTo(2);
			assertThat(this.duties.read(receiver).open()).isZero();
			assertThat(server.received()).hasSize(2);
			for (String never : this.jdbc.sql("select id from say_change where purpose <> 'marketing.email'")
				.query(String.class)
				.list()) {
				assertThat(ask(HttpMethod.POST, url, "{\"changes\":[\"" + never + "\"]}")).hasStatus(404);
			}
			MvcTestResult nothing = ask(HttpMethod.POST, url, "{\"changes\":[null]}");
			assertThat(nothing).hasStatus(422);
			assertThat(JsonPath.<List<String>>read(text(nothing), "$.errors[*].pointer")).containsExactly("/changes/0");
		}
	}

	@Test
	void whatWasToldIsAcknowledgedByApiAndByLinkAndWhatWasNotIs404() throws Exception {
		try (ReceivingServer server = new ReceivingServer()) {
			Receiver receiver = this.management
				.create(new Receiver.Content("Mail tool", Receiver.Kind.WEBHOOK, server.url(), Set.of(),
						TimeAllowed.ofHours(48), null), People.OPERATOR)
				.receiver();
			say(this.people.somebody(), Purpose.MARKETING_EMAIL, Choice.NO);
			say(this.people.somebody(), Purpose.MARKETING_SMS, Choice.NO);
			this.order.catchUp();
			assertThat(this.duties.read(receiver).waiting()).isEqualTo(2);
			this.tell.tell(receiver);
			assertThat(this.duties.read(receiver).fetched()).isEqualTo(2);
			String url = ROOT + "/" + receiver.id() + "/acknowledgements";
			String change = server.taken().get(0).change();
			MvcTestResult unknown = ask(HttpMethod.POST, url,
					"{\"changes\":[\"" + change + "\",\"" + UUID.randomUUID() + "\"]}");
			assertThat(unknown).hasStatus(404);
			assertThat(JsonPath.<List<String>>read(text(unknown), "$.errors[*].pointer")).containsExactly("/changes/1");
			assertThat(this.duties.read(receiver).done()).isZero();
			assertThat(text(ask(HttpMethod.POST, url, "{\"changes\":[\"" + change + "\"]}"))).isEqualTo("{\"done\":1}");
			String link = server.taken().get(1).header("Link").replaceFirst("<https?://[^/]*([^>]*)>.*", "$1");
			assertThat(this.mvc.post().uri(link)).hasStatus(204);
			assertThat(this.mvc.post().uri(link)).hasStatus(204);
			assertThat(this.mvc.post().uri(link + "A")).hasStatus(404);
			assertThat(this.duties.read(receiver).open()).isZero();
			assertThat(this.duties.read(receiver).done()).isEqualTo(2);
			String deliveries = text(ask(HttpMethod.GET, ROOT + "/" + receiver.id() + "/deliveries?limit=1", null));
			assertThat(JsonPath.<String>read(deliveries, "$.items[0].state")).isEqualTo("done");
			assertThat(JsonPath.<String>read(deliveries, "$.next")).isNotEmpty();
			assertThat(page("/receivers/" + receiver.id())).contains("Deliveries", "204", "Check the signature");
		}
	}

	@Test
	void theFirstFiftyNoesAreShownAndAllWhereTheyAreAskedFor() throws Exception {
		Receiver receiver = this.management
			.create(new Receiver.Content("Call centre", Receiver.Kind.FETCH, "", Set.of(Channel.CALL),
					TimeAllowed.ofHours(48), null), People.OPERATOR)
			.receiver();
		String url = "/receivers/" + receiver.id();
		assertThat(page(url)).contains("Nothing to tell yet.").doesNotContain("Mark ticked as done");
		for (int more = 0; more < 51; more++) {
			say(this.people.somebody(), Purpose.MARKETING_CALL, Choice.NO);
		}
		this.order.catchUp();
		assertThat(page(url)).contains("The first 50 are shown.").doesNotContain("Mark ticked as done");
		assertThat(page(url + "?stage=open&noes=all").split("Camille", -1))
			.hasSizeGreaterThan(page(url).split("Camille", -1).length);
	}

	@Test
	void whoFetchesIsLateWhenItsTimeIsOverAndAPersonTicksWhatIsDone() throws Exception {
		Receiver receiver = this.management
			.create(new Receiver.Content("Call centre", Receiver.Kind.FETCH, "", Set.of(Channel.CALL),
					TimeAllowed.ofHours(48),
					this.jdbc.sql("select id from api_token where name = 'tool'").query(UUID.class).single()),
					People.OPERATOR)
			.receiver();
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_CALL, Choice.NO);
		ProfileId other = this.people.somebody();
		say(other, Purpose.MARKETING_CALL, Choice.NO);
		say(other, Purpose.MARKETING_CALL, Choice.YES);
		this.order.catchUp();
		this.jdbc.sql("update say_change set at = ?")
			.param(Instant.now().minusSeconds(3 * 86_400).atOffset(ZoneOffset.UTC))
			.update();
		OptOutClock.Standing late = this.duties.read(receiver);
		assertThat(late.overdue()).isEqualTo(1);
		assertThat(late.waiting()).isEqualTo(1);
		assertThat(page("/receivers")).contains("1 no is overdue", "1 overdue");
		assertThat(page("/")).contains("Call centre: 1 no overdue");
		assertThat(this.mvc.get().uri("/api/v1/changes").header("Authorization", "Bearer " + this.token)).hasStatusOk();
		OptOutClock.Duty duty = this.duties.list(receiver, OptOutClock.Which.FETCHED, 9).get(0);
		assertThat(duty.change().profile()).isEqualTo(person);
		MvcTestResult file = this.mvc.post()
			.uri("/receivers/" + receiver.id() + "/files")
			.with(SignIn.operator())
			.with(csrf())
			.exchange();
		assertThat(text(file)).contains(duty.change().id().toString());
		assertThat(this.mvc.post()
			.uri("/receivers/" + receiver.id() + "/acknowledgements")
			.param("change", duty.change().id().toString())
			.with(SignIn.operator())
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.duties.read(receiver).overdue()).isZero();
		assertThat(page("/receivers/" + receiver.id() + "?stage=done")).contains("Done");
		this.erase.erase(person, People.OPERATOR);
		this.order.catchUp();
		assertThat(this.duties.read(receiver).open()).isEqualTo(1);
		assertThat(this.jdbc.sql("select count(*) from receiver_change where profile_id = ?")
			.param(person.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aFileThatWasTickedIsBroughtBack() throws Exception {
		Receiver receiver = this.management
			.create(new Receiver.Content("Letter shop", Receiver.Kind.FETCH, "", Set.of(), TimeAllowed.ofHours(48),
					null), People.OPERATOR)
			.receiver();
		for (int number = 0; number < 3; number++) {
			say(this.people.somebody(), Purpose.MARKETING_POSTAL_MAIL, Choice.NO);
		}
		this.order.catchUp();
		String file = text(this.mvc.post()
			.uri("/receivers/" + receiver.id() + "/files")
			.with(SignIn.operator())
			.with(csrf())
			.exchange());
		assertThat(told(receiver, file)).contains("nothing in its column “done”");
		List<String> rows = file.lines().toList();
		// as a spreadsheet of another country writes it
		String ticked = String
			.join("\r\n", rows.get(0), rows.get(1) + "x", rows.get(2) + "12.11.2026", rows.get(3) + "no")
			.replace(',', ';');
		assertThat(told(receiver, ticked)).contains("2 noes were marked as done, of 2 ticked in the file.");
		assertThat(told(receiver, ticked)).contains("Nothing new was marked as done, of 2 ticked in the file.");
		assertThat(this.duties.read(receiver)).extracting(OptOutClock.Standing::open, OptOutClock.Standing::done)
			.containsExactly(1L, 2L);
		for (String other : List.of("", "email\r\na@verel.example\r\n", "%PDF-1.7", "change,profile\r\n1,2\r\n")) {
			assertThat(told(receiver, other)).contains("This is no file as it is downloaded here");
		}
		assertThat(this.mvc.get().uri("/receivers.csv").with(SignIn.auditor())).bodyText()
			.contains("Letter shop,fetch,,48,,,0,1,2,0,", ",in-time");
	}

	/** What the page says after it. */
	private String told(Receiver receiver, String content) throws Exception {
		MvcTestResult sent = this.mvc.post()
			.uri("/receivers/" + receiver.id() + "/ticks")
			.multipart()
			.file("file", content.getBytes(StandardCharsets.UTF_8))
			.with(SignIn.operator())
			.with(csrf())
			.exchange();
		assertThat(sent).hasStatus3xxRedirection();
		Flash flash = (Flash) sent.getMvcResult().getFlashMap().get("flash");
		return this.messages.getMessage(flash.code(), flash.args(), Locale.ENGLISH);
	}

	@Test
	void whoIsErasedIsForgottenOnceEveryReceiverHasErasedThem() throws Exception {
		try (ReceivingServer server = new ReceivingServer()) {
			Receiver receiver = this.management
				.create(new Receiver.Content("Mail tool", Receiver.Kind.WEBHOOK, server.url(), Set.of(),
						TimeAllowed.ofHours(48), null), People.OPERATOR)
				.receiver();
			ProfileId person = this.people.somebody();
			server.answers((message) -> 400);
			say(person, Purpose.MARKETING_EMAIL, Choice.NO);
			say(person, Purpose.MARKETING_SMS, Choice.NO);
			this.order.catchUp();
			this.tell.tell(receiver);
			this.erase.erase(person, People.OPERATOR);
			this.order.catchUp();
			server.answers((message) -> 200);
			this.tell.tell(receiver);
			this.management.forgetOld();
			assertThat(this.jdbc.sql("select kind from say_change").query(String.class).list())
				.containsExactly("erasure");
			String change = server.taken().get(0).change();
			assertThat(ask(HttpMethod.POST, ROOT + "/" + receiver.id() + "/acknowledgements",
					"{\"changes\":[\"" + change + "\"]}"))
				.hasStatusOk();
			this.management.forgetOld();
			for (String table : List.of("say_change", "say_news", "receiver_change")) {
				assertThat(this.jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table)
					.isZero();
			}
		}
	}

	private void say(ProfileId person, Purpose purpose, Choice choice) {
		this.record.record(person, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(purpose, choice, "they called")), Evidence.NONE.with("evidence", "call")));
	}

	private String page(String url) throws Exception {
		MvcTestResult page = this.mvc.get().uri(url).with(SignIn.admin()).exchange();
		assertThat(page).hasStatusOk();
		return text(page).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
	}

	private MvcTestResult ask(HttpMethod method, String url, String body) {
		var request = this.mvc.method(method).uri(url).header("Authorization", "Bearer " + this.token);
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request).exchange();
	}

	private static String text(MvcTestResult result) throws Exception {
		return result.getResponse().getContentAsString();
	}

}
