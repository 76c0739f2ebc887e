package dev.sayso.contact.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.ConnectorSamples;
import dev.sayso.person.People;
import dev.sayso.shared.Channel;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that any sender's payload can be mapped, tried and taken.
 */
@ProductTest
class EventMappingTests {

	private static final String SECRET = "a secret of the sender of the test";

	private static final String PAYLOAD = """
			{"batch":{"items":[{"what":"HardFail","to":{"mail":"Gone <gone@hearth.example>"},"when":1767268800,"id":"x-1","why":"550 gone@hearth.example?"},
			{"what":"fail","final":"permanent","to":{"mail":"final@hearth.example"},"when":"2026-01-01 12:00:00","id":"x-2"},
			{"what":"optout","to":{"mail":"off@hearth.example"},"when":1767268800123,"id":"x-3"},
			{"what":"opened","to":{"mail":"off@hearth.example"}},{"what":"optout","to":{"mail":"nobody"}},{"to":7}]}}""";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ConnectorSamples connectors;

	@Autowired
	Suppressions suppressions;

	@Autowired
	People people;

	private Connector connector;

	@BeforeEach
	void connector() {
		this.connector = this.connectors.create("other", "mapped", "", "", SECRET);
	}

	@Test
	void aPayloadIsTriedAndNothingOfItIsWritten() throws Exception {
		this.people.create(Map.of("email", "off@hearth.example"));
		int entries = count("ledger_entry");
		Map<String, String> form = form();
		form.put("payload", PAYLOAD);
		Document page = page(send("POST", "/trials", form), 200);
		assertThat(page.select("[data-test=tried] tbody tr").eachText()).satisfiesExactly(
				(row) -> assertThat(row)
					.startsWith("HardFail Bounced for good 550 gone@hearth.example? gone@hearth.example")
					.endsWith("Address suppressed"),
				(row) -> assertThat(row).startsWith("fail Bounced for good final@hearth.example")
					.endsWith("Address suppressed"),
				(row) -> assertThat(row).startsWith("optout Unsubscribed off@hearth.example").endsWith("Their own no"),
				(row) -> assertThat(row).startsWith("opened").contains("means nothing here"),
				(row) -> assertThat(row).startsWith("optout").contains("no address that can be read"),
				(row) -> assertThat(row).contains("Says nowhere what happened"));
		assertThat(page.select("[name=payload]").val()).isEqualTo(PAYLOAD);
		for (String table : List.of("message_event", "message_event_count", "suppression", "event_mapping")) {
			assertThat(count(table)).as(table).isZero();
		}
		assertThat(count("ledger_entry")).isEqualTo(entries);
	}

	@Test
	void whatIsMappedIsTakenOnceItIsSaved() throws Exception {
		assertThat(hmac(PAYLOAD, SECRET, true)).hasStatus(401);
		assertThat(send("PUT", "", form())).hasStatus3xxRedirection();
		assertThat(page(get(), 200).select("[name=hardBounce]").val()).isEqualTo("hardfail, dead");
		assertThat(hmac(PAYLOAD, "another secret", true)).hasStatus(401);
		assertThat(hmac(PAYLOAD, SECRET, true)).hasStatus(204);
		assertThat(reasons("gone@hearth.example")).containsExactly("hard-bounce");
		assertThat(reasons("final@hearth.example")).containsExactly("hard-bounce");
		assertThat(reasons("off@hearth.example")).containsExactly("kept-say");
		assertThat(this.jdbc.sql("select distinct at from message_event where kind <> 'unsubscribe'")
			.query(java.time.OffsetDateTime.class)
			.list()).extracting(java.time.OffsetDateTime::toInstant)
			.containsExactly(Instant.parse("2026-01-01T12:00:00Z"));
		assertThat(hmac("{", SECRET, true)).hasStatus(400);
		assertThat(hmac("{}", SECRET, true)).hasStatus(204);
		String activity = this.mvc.get()
			.uri("/activity")
			.with(SignIn.admin())
			.exchange()
			.getResponse()
			.getContentAsString();
		assertThat(activity).contains("Values that mean: bounced for good").doesNotContain(SECRET);
	}

	@Test
	void eachProofIsAskedFor() throws Exception {
		Map<String, String> form = form();
		form.put("encoding", "base64");
		assertThat(send("PUT", "", form)).hasStatus3xxRedirection();
		assertThat(hmac(PAYLOAD, SECRET, true)).hasStatus(401);
		assertThat(hmac(PAYLOAD, SECRET, false)).hasStatus(204);
		form.put("proof", "header");
		form.put("version", version());
		assertThat(send("PUT", "", form)).hasStatus3xxRedirection();
		assertThat(post(PAYLOAD, "X-Own-Signature", SECRET)).hasStatus(204);
		assertThat(post(PAYLOAD, "X-Own-Signature", "Bearer " + SECRET)).hasStatus(204);
		assertThat(post(PAYLOAD, "X-Own-Signature", SECRET + "!")).hasStatus(401);
		assertThat(post(PAYLOAD, "Authorization", basic("any", SECRET))).hasStatus(401);
		form.put("proof", "basic");
		form.put("version", version());
		assertThat(send("PUT", "", form)).hasStatus3xxRedirection();
		assertThat(post(PAYLOAD, "Authorization", basic("any", SECRET))).hasStatus(204);
		assertThat(post(PAYLOAD, "Authorization", basic("any", "wrong"))).hasStatus(401);
		assertThat(post(PAYLOAD, "Authorization", "Basic ?")).hasStatus(401);
		form.put("proof", "standard-webhooks");
		form.put("version", version());
		assertThat(send("PUT", "", form)).hasStatus3xxRedirection();
		assertThat(post(PAYLOAD, "Authorization", basic("any", SECRET))).hasStatus(401);
	}

	@Test
	void whatIsWrongIsToldAtItsPlace() throws Exception {
		Map<String, String> form = form();
		form.put("type", "");
		form.put("time", "when..then");
		form.put("events", "/batch~2");
		form.put("header", "no header");
		form.put("complaint", "spam, DEAD");
		Document page = page(send("PUT", "", form), 422);
		assertThat(page.select(".summary li").eachText()).containsExactlyInAnyOrder("Say where “What happened” stands.",
				"This is no JSON pointer and no path with dots.", "This is no JSON pointer and no path with dots.",
				"Give the name of a header: letters, digits and hyphens.",
				"“DEAD” stands elsewhere too. A value means one thing.");
		Map<String, String> empty = form();
		List.of("hardBounce", "bounced", "unsubscribe").forEach((field) -> empty.put(field, ""));
		assertThat(page(send("PUT", "", empty), 422).text()).contains("Say of at least one value what it means.");
		for (String payload : List.of("", "no json", "{\"other\":[]}")) {
			Map<String, String> tried = form();
			tried.put("payload", payload);
			assertThat(send("POST", "/trials", tried)).as(payload).hasStatus(422);
		}
		form = form();
		assertThat(send("PUT", "", form)).hasStatus3xxRedirection();
		form.put("complaint", "abuse");
		form.put("time", "data.at");
		Document stale = page(send("PUT", "", form), 409);
		assertThat(stale.select(".stale tbody th").eachText()).containsExactly("When", "Complaint");
		assertThat(stale.select(".stale [name=complaint]").eachAttr("value")).first().isEqualTo("abuse");
		Map<String, String> chosen = new LinkedHashMap<>();
		stale.select(".stale [type=hidden]").forEach((field) -> chosen.put(field.attr("name"), field.val()));
		stale.select(".stale [checked]").forEach((field) -> chosen.put(field.attr("name"), field.val()));
		assertThat(send("PUT", "", chosen)).hasStatus3xxRedirection();
		assertThat(
				page(this.mvc.get().uri(path()).with(SignIn.admin()).exchange(), 200).select("[name=complaint]").val())
			.isEqualTo("abuse");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a/0/b", "a.0.b", "a[0].b", "$.a[0].b" })
	void aPathIsAPointerOrHasDots(String path) {
		assertThat(EventPath.find(ReportedEvent.tree("{\"a\":[{\"b\":\"c\"}]}"), path).asString()).isEqualTo("c");
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-01T12:00:00Z", "2026-01-01T13:00:00+01:00", "2026-01-01T13:00:00+0100", "2026-01-01 12:00:00",
			"2026-01-01T12:00:00.000", "1767268800", "1767268800.5", "1767268800000", "1767268800000000",
			"'Thu, 01 Jan 2026 12:00:00 GMT'" })
	void aTimeIsReadInTheWaysInWhichSendersWriteOne(String text) {
		assertThat(MappedEvents.instant(text)).isEqualTo("2026-01-01T12:00:00Z");
	}

	private static Map<String, String> form() {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("version", "-1");
		form.put("proof", "hmac");
		form.put("header", "X-Own-Signature");
		form.put("encoding", "hex");
		form.put("events", "batch.items");
		form.put("type", "what");
		form.put("address", "/to/mail");
		form.put("time", "when");
		form.put("message", "id");
		form.put("diagnostic", "why");
		form.put("hard", "final");
		form.put("hardBounce", "hardfail, dead");
		form.put("softBounce", "");
		form.put("bounced", "fail");
		form.put("complaint", "");
		form.put("unsubscribe", "optout");
		form.put("delivered", "");
		form.put("sent", "");
		return form;
	}

	private String path() {
		return "/settings/connectors/" + this.connector.id() + "/mapping";
	}

	private MvcTestResult get() {
		return this.mvc.get().uri(path()).with(SignIn.admin()).exchange();
	}

	private String version() throws Exception {
		return page(get(), 200).select("[name=version]").val();
	}

	private MvcTestResult send(String method, String more, Map<String, String> form) {
		var request = (method.equals("PUT") ? this.mvc.put() : this.mvc.post()).uri(path() + more)
			.with(SignIn.admin())
			.with(csrf());
		form.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult hmac(String body, String secret, boolean hex) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		byte[] bytes = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
		return post(body, "X-Own-Signature",
				hex ? "sha256=" + HexFormat.of().formatHex(bytes) : Base64.getEncoder().encodeToString(bytes));
	}

	private MvcTestResult post(String body, String header, String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.add(header, value);
		return this.mvc.post()
			.uri("/inbound/other")
			.headers(headers)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	private static Document page(MvcTestResult answer, int status) throws Exception {
		assertThat(answer).hasStatus(status);
		return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
	}

	private List<String> reasons(String address) {
		return this.suppressions.find(Map.of(Channel.EMAIL, address))
			.stream()
			.map((each) -> each.reason().key())
			.toList();
	}

	private int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
