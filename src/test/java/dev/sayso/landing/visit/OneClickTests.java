package dev.sayso.landing.visit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.service.ServiceConsole;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Unsubscribing in one click, clause by clause of RFC 8058.
 */
@ProductTest
class OneClickTests extends ServiceConsole {

	private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

	private static final String PARTS = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Says says;

	@Autowired
	Pages pages;

	@Autowired
	Suppressions suppressions;

	@Autowired
	Settings settings;

	@LocalServerPort
	int port;

	@BeforeEach
	void token() {
		ApiTokenSamples.add(this.jdbc, "Mail", "links", "links");
	}

	/** 3.1: the header has one https address, and its companion one value. */
	@Test
	void theHeadersAreAsTheStandardHasThem() {
		this.settings.set(PublicAddress.SETTING, "https://choices.example");
		service("weekly");
		Map<String, String> headers = headers(this.people.somebody(), "{\"service\":\"weekly\"}");
		assertThat(headers).hasSize(3)
			.containsEntry("List-Unsubscribe-Post", ONE_CLICK)
			.containsEntry("List-Id", "<weekly.choices.example>");
		assertThat(headers.get("List-Unsubscribe")).matches("<https://choices\\.example/u/[A-Za-z0-9_-]+>");
		assertThat(headers(this.people.somebody(), "{\"channel\":\"whatsApp\"}")).containsEntry("List-Id",
				"<whatsApp.choices.example>");
	}

	/**
	 * 3.2 and 3.3: a POST in either encoding, without cookies, answered without a
	 * redirect.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/x-www-form-urlencoded | urlencoded
			multipart/form-data; boundary=x   | parts""")
	void onePostStopsTheChannelAndNothingElse(String type, String body) throws Exception {
		ProfileId person = this.people.somebody();
		String path = path(person, "{\"channel\":\"email\"}");
		CookieManager cookies = new CookieManager();
		HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
		HttpResponse<String> answer = post(client, path, type, body.equals("parts") ? PARTS : ONE_CLICK);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location");
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		List<LedgerEntry> entries = this.ledger.list(person, null, 10);
		assertThat(entries).hasSize(1);
		assertThat(entries.get(0).own()).isTrue();
		assertThat(entries.get(0).evidence().facts()).containsEntry("reachedBy", "unsubscribe")
			.containsEntry("message", "m-17")
			.containsKey("linkMadeBy");
		assertThat(post(client, path, type, ONE_CLICK).statusCode()).isEqualTo(200);
		assertThat(this.ledger.list(person, null, 10)).hasSize(1);
		assertThat(cookies.getCookieStore().getCookies()).isEmpty();
	}

	@Test
	void aServicesLinkStopsThatServiceAlone() {
		service("weekly");
		service("monthly");
		ProfileId person = this.people.somebody();
		in(person, "weekly", Declaration.byOperator(People.OPERATOR, List.of(), PROOF));
		in(person, "monthly", Declaration.byOperator(People.OPERATOR, List.of(), PROOF));
		assertThat(send(path(person, "{\"service\":\"weekly\"}"), ONE_CLICK)).hasStatusOk();
		assertThat(this.subscriptions.find(person, "weekly").orElseThrow().isUnsubscribed()).isTrue();
		assertThat(this.subscriptions.find(person, "weekly").orElseThrow().isTheirs()).isTrue();
		assertThat(this.subscriptions.find(person, "monthly").orElseThrow().isSubscribed()).isTrue();
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isNotEqualTo(Choice.NO);
	}

	/** Whoever says no to what is gone says it to the mail that it came by. */
	@Test
	void aServiceThatIsGoneIsStoppedByANoToEmail() {
		service("gone");
		service("stays");
		ProfileId person = this.people.somebody();
		ProfileId other = this.people.somebody();
		in(person, "stays", Declaration.byOperator(People.OPERATOR, List.of(), PROOF));
		String path = path(person, "{\"service\":\"gone\"}");
		LandingPage page = this.pages.publish(PageKind.UNSUBSCRIPTION, "", Map.of());
		String link = this.pages.linkAbout(page, other, "gone");
		this.services.delete(this.services.get("gone"));
		assertThat(this.mvc.get().uri(path)).hasStatusOk().bodyText().contains("E-mail");
		assertThat(send(path, ONE_CLICK)).hasStatusOk();
		assertThat(send(link, ONE_CLICK)).hasStatusOk();
		for (ProfileId each : List.of(person, other)) {
			assertThat(this.says.find(each).get(Purpose.MARKETING_EMAIL).orElseThrow())
				.returns(Choice.NO, Consent::choice)
				.returns(true, Consent::own);
			assertThat(this.says.find(each).consents()).as("and nothing else").hasSize(1);
		}
		assertThat(this.subscriptions.find(person, "stays").orElseThrow().isSubscribed()).isTrue();
	}

	/** The same by a public link, and for an address that nobody has. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aPublicLinkToAServiceThatIsGoneStopsEmail(boolean known) {
		service("gone");
		String email = "gone-" + known + "@verel.example";
		ProfileId person = known ? this.people.create(Map.of("email", email)).id() : null;
		LandingPage page = this.pages.publish(PageKind.UNSUBSCRIPTION, "", Map.of());
		this.services.delete(this.services.get("gone"));
		Browse.Opened opened = this.pages.visit(this.mvc, "/p/" + page.slug() + "?service=gone", email);
		assertThat(Browse.html(this.mvc.get().uri(opened.path()).header("Accept-Language", "en").exchange()))
			.contains("E-mail", "The button stops all e-mail from us");
		MvcTestResult sent = Browse.send(this.mvc, opened);
		assertThat(sent).hasStatus(303);
		assertThat(Browse.follow(this.mvc, sent)).contains("E-mail").doesNotContain("no choice");
		if (person != null) {
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		}
		else {
			assertThat(this.suppressions.find(Map.of(Channel.EMAIL, email))).hasSize(1);
		}
		LandingPage opens = this.pages.publish(PageKind.SUBSCRIPTION, "", Map.of());
		assertThat(this.mvc.get().uri("/p/" + opens.slug() + "?service=gone")).hasStatus(404);
	}

	@Test
	void thePageOfAServiceThatIsGoneStopsEmailAndSaysSo() {
		service("gone");
		ProfileId person = this.people.somebody();
		String link = this.pages.linkAbout(this.pages.publish(PageKind.UNSUBSCRIPTION, "", Map.of()), person, "gone");
		this.services.delete(this.services.get("gone"));
		Browse.Opened opened = Browse.open(this.mvc, link);
		assertThat(this.mvc.get().uri(link)).bodyText().contains("The button stops all e-mail from us");
		MvcTestResult sent = Browse.send(this.mvc, opened);
		assertThat(Browse.follow(this.mvc, sent)).contains("E-mail");
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
	}

	@Test
	void itsReceiptSaysByWhatWayAndNoPlace() throws Exception {
		ProfileId person = this.people.somebody();
		send(path(person, "{\"channel\":\"email\"}"), ONE_CLICK);
		MvcTestResult receipt = get("/receipts/" + this.ledger.list(person, null, 1).get(0).id());
		assertThat(receipt).hasStatusOk()
			.bodyText()
			.contains("by the unsubscribe button of a mail program")
			.doesNotContain("personal link", "<dt>Where</dt>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x=1", "List-Unsubscribe=maybe", "{\"a\":1}" })
	void aPostWithAnotherBodyIsANoAllTheSame(String body) {
		ProfileId person = this.people.somebody();
		assertThat(send(path(person, "{\"channel\":\"sms\"}"), body)).hasStatusOk().doesNotContainHeader("Location");
		assertThat(this.says.find(person).explicit(Purpose.of("marketing.sms").orElseThrow())).isEqualTo(Choice.NO);
	}

	/** A scanner of links opens them, with GET or HEAD. */
	@Test
	void toOpenItAsksAndWritesNothing() throws Exception {
		service("weekly");
		ProfileId person = this.people.somebody();
		for (String stops : List.of("{\"channel\":\"email\"}", "{\"service\":\"weekly\"}")) {
			String path = path(person, stops);
			assertThat(this.mvc.get().uri(path)).hasStatusOk()
				.hasHeader("Cache-Control", "no-store")
				.hasHeader("Referrer-Policy", "no-referrer")
				.bodyText()
				.contains("<button class=\"button\" type=\"submit\">Unsubscribe</button>");
			assertThat(this.mvc.head().uri(path)).hasStatusOk();
			assertThat(this.mvc.get().uri(path + "?lang=fr")).bodyText().contains("Se désabonner");
			assertThat(this.mvc.get().uri(path + "?lang=nl")).bodyText().contains("Afmelden");
		}
		assertThat(this.ledger.list(person, null, 10)).isEmpty();
	}

	@Test
	void whoPressesTheButtonReadsThatItIsDone() {
		this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		ProfileId person = this.people.somebody();
		String path = path(person, "{\"channel\":\"email\"}");
		// published pages are read again every second
		await().untilAsserted(() -> assertThat(this.mvc.get().uri(path)).bodyText().contains("See all your choices"));
		assertThat(send(path, "")).hasStatusOk().bodyText().contains("You are unsubscribed", "See all your choices");
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
	}

	@Test
	void whoIsSignedInToTheConsoleSpeaksForNobody() {
		ProfileId person = this.people.somebody();
		String path = path(person, "{\"channel\":\"email\"}");
		assertThat(this.mvc.post().uri(path).with(SignIn.operator())).hasStatus(403);
		assertThat(this.ledger.list(person, null, 10)).isEmpty();
	}

	@Test
	void aTokenThatIsForgedOrOfAnotherKindStopsNobodyAndIsCounted() {
		ProfileId person = this.people.somebody();
		String path = path(person, "{\"channel\":\"email\"}");
		char last = path.charAt(path.length() - 10);
		String forged = path.substring(0, path.length() - 10) + ((last == 'A') ? 'B' : 'A')
				+ path.substring(path.length() - 9);
		for (String wrong : List.of(forged, "/u/x", "/u/" + path.substring(3, 40))) {
			assertThat(send(wrong, ONE_CLICK)).hasStatusOk();
			assertThat(this.mvc.get().uri(wrong)).hasStatus(404);
		}
		assertThat(this.ledger.list(person, null, 10)).isEmpty();
		assertThat(this.jdbc.sql("select sum(stops) from unplaced_stop").query(Long.class).single()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                                       | /page
			{"page":"x","unsubscribe":{"channel":"email"}}                           | /unsubscribe
			{"unsubscribe":{}}                                                       | /unsubscribe/channel
			{"unsubscribe":{"channel":"pigeon"}}                                     | /unsubscribe/channel
			{"unsubscribe":{"channel":"email","service":"weekly"}}                   | /unsubscribe/service
			{"unsubscribe":{"service":"none-such"}}                                  | /unsubscribe/service
			{"unsubscribe":{"channel":"email","more":1}}                             | /unsubscribe/more""")
	void aLinkToNothingIsRefusedAtItsPlace(String body, String pointer) {
		assertThat(links(this.people.somebody(), body)).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[0].pointer")
			.isEqualTo(pointer);
	}

	@Test
	void theSelfTestPassesInBothEncodingsAndWritesNothing() {
		this.settings.set(PublicAddress.SETTING, "http://127.0.0.1:" + this.port);
		assertThat(run()).bodyText()
			.contains("multipart/form-data", "application/x-www-form-urlencoded", "the public address is not https");
		assertThat(this.jdbc.sql("select count(*) from unplaced_stop").query(Long.class).single()).isZero();
	}

	@Test
	void theSelfTestSaysWhatStoodInTheWay() throws IOException {
		this.settings.set(PublicAddress.SETTING, "https://no-such-host.invalid");
		assertThat(run()).bodyText().contains("look at its DNS entry");
		this.settings.set(PublicAddress.SETTING, "https://127.0.0.1:" + this.port);
		assertThat(run()).bodyText().contains("No secure connection came about");
		this.settings.set(PublicAddress.SETTING, "http://127.0.0.1:1");
		assertThat(run()).bodyText().contains("Nothing answers at this address");
		try (Impostor impostor = new Impostor()) {
			this.settings.set(PublicAddress.SETTING, impostor.address("redirects"));
			assertThat(run()).bodyText().contains("redirect, which providers do not follow", "/elsewhere");
			this.settings.set(PublicAddress.SETTING, impostor.address("fails"));
			assertThat(run()).bodyText().contains("status 503 instead of 200");
			this.settings.set(PublicAddress.SETTING, impostor.address("cookie"));
			assertThat(run()).bodyText().contains("sets a cookie");
			this.settings.set(PublicAddress.SETTING, impostor.address("welcome"));
			assertThat(run()).bodyText().contains("Something other than this Sayso answered");
		}
	}

	@Test
	void theConsoleShowsTheHeadersToCopy() {
		service("weekly");
		ProfileId person = this.people.somebody();
		assertThat(this.mvc.get().uri("/profiles/" + person + "/links?stops=service.weekly").with(SignIn.operator()))
			.hasStatusOk()
			.bodyText()
			.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", "List-Id: &lt;weekly.");
		assertThat(this.mvc.get().uri("/profiles/" + person + "/links?stops=service.zz").with(SignIn.operator()))
			.hasStatusOk()
			.bodyText()
			.doesNotContain("List-Unsubscribe-Post");
	}

	private MvcTestResult run() {
		return this.mvc.post().uri("/settings/one-click").with(SignIn.admin()).with(SignIn.csrf()).exchange();
	}

	private String path(ProfileId person, String stops) {
		MvcTestResult made = links(person, "{\"message\":\"m-17\",\"unsubscribe\":" + stops + "}");
		assertThat(made).hasStatus(201);
		return URI.create(JsonPath.read(body(made), "$.url")).getPath();
	}

	private Map<String, String> headers(ProfileId person, String stops) {
		return JsonPath.read(body(links(person, "{\"unsubscribe\":" + stops + "}")), "$.headers");
	}

	private MvcTestResult links(ProfileId person, String body) {
		return this.mvc.post()
			.uri("/api/v1/profiles/" + person + "/links")
			.header("Authorization", "Bearer links")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult send(String path, String body) {
		return this.mvc.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).content(body).exchange();
	}

	private HttpResponse<String> post(HttpClient client, String path, String type, String body)
			throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Content-Type", type)
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

}
