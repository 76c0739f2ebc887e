package dev.sayso.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.audit.PeopleFileLog;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

@ProductTest
class ExchangePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	EraseProfile erase;

	@Autowired
	Exports exports;

	@Autowired
	PeopleFileLog log;

	@Test
	void everybodyWhoSignsInSeesImportsAndExports() {
		for (RequestPostProcessor who : new RequestPostProcessor[] { SignIn.operator(), SignIn.marketer(),
				SignIn.auditor(), SignIn.admin() }) {
			assertThat(this.mvc.get().uri("/imports").with(who)).hasStatusOk();
			assertThat(this.mvc.get().uri("/exports").with(who)).hasStatusOk();
		}
	}

	@Test
	void onlyOperatorsAndAdministratorsUploadFiles() {
		assertThat(upload("email\na@x.example\n", SignIn.marketer())).hasStatus(403);
		assertThat(upload("email\na@x.example\n", SignIn.auditor())).hasStatus(403);
		assertThat(upload("email\na@x.example\n", SignIn.operator())).hasStatus3xxRedirection();
		assertThat(upload("email\na@x.example\n", SignIn.admin())).hasStatus3xxRedirection();
	}

	@Test
	void aFileThatIsNoListIsRefusedInOneSentence() {
		assertThat(upload("<html><body>a,b</body></html>", SignIn.operator())).hasStatus(422)
			.bodyText()
			.contains("This is no CSV file");
	}

	@Test
	void columnsAreShownMatchedAndWhatIsWrongWithThemIsSaid() {
		String columns = upload("E-mail,Prénom,Email opt-in\na@x.example,<b>Zoé</b>,yes\n", SignIn.operator())
			.getResponse()
			.getRedirectedUrl();
		assertThat(this.mvc.get().uri(columns).with(SignIn.operator())).hasStatusOk()
			.bodyText()
			.contains("3 of 3 matched")
			.contains("&lt;b&gt;Zoé&lt;/b&gt;")
			.contains("What do the values of");
		assertThat(this.mvc.put()
			.uri(columns)
			.param("column", "email", "firstName", "consent.marketing.email")
			.param("note", "")
			.with(csrf())
			.with(SignIn.operator())).hasStatus(422).bodyText().contains("a yes wants to be proven");
		assertThat(this.mvc.put()
			.uri(columns)
			.param("column", "", "firstName", "firstName")
			.param("note", "a letter")
			.with(csrf())
			.with(SignIn.operator())).hasStatus(422).bodyText().contains("Two columns are matched");
	}

	@Test
	void anExportHoldsWhatWasAskedForAndNoFormula() throws Exception {
		this.people.create(Map.of("email", "a@x.example", "lastName", "=HYPERLINK(1)", "mobile", "+33644601245"));
		this.people.create(Map.of("email", "b@x.example", "lastName", "Other"));
		MvcTestResult file = this.mvc.post()
			.uri("/exports")
			.param("kind", "profiles")
			.param("query", "q=hyperlink")
			.with(csrf())
			.with(SignIn.auditor())
			.exchange();
		assertThat(file).hasStatusOk();
		String text = file.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFFid,externalId,firstName")
			.contains("mayContactEmail")
			.contains("'=HYPERLINK(1)")
			.contains("'+33644601245")
			.doesNotContain("Other");
		assertThat(this.mvc.get().uri("/exports").with(SignIn.operator())).bodyText().contains("q=hyperlink");
	}

	@Test
	void whomAFileLeavesOutIsCountedByReason() throws Exception {
		this.people.create(Map.of("email", "in@x.example"));
		this.people.create(Map.of("email", ""));
		String page = String.valueOf(this.mvc.post()
			.uri("/exports")
			.param("channel", "email")
			.param("contactable", "true")
			.param("watched", "true")
			.with(csrf())
			.with(SignIn.operator())
			.exchange()
			.getResponse()
			.getRedirectedUrl());
		made(page);
		assertThat(download(page).getResponse().getContentAsString()).contains("in@x.example");
		assertThat(this.mvc.get().uri(page).with(SignIn.operator())).hasStatusOk()
			.bodyText()
			.contains("Done: 1 person is in the file.", "Left out, by reason", "No address");
	}

	@Test
	void aFileThatNamedAnErasedPersonIsNotDownloadedAgain() throws Exception {
		Profile erased = this.people.create(Map.of("email", "erased@x.example"));
		this.people.create(Map.of("email", "other@x.example"));
		String page = begin("q=erased%40x.example");
		assertThat(download(page).getResponse().getContentAsString()).contains("erased@x.example");
		this.erase.erase(erased.id(), People.OPERATOR);
		MvcTestResult again = download(page);
		assertThat(again).hasStatus3xxRedirection();
		assertThat(again.getResponse().getContentAsString()).doesNotContain("other@x.example");
		assertThat(this.mvc.get().uri(page).with(SignIn.operator())).hasStatusOk()
			.bodyText()
			.doesNotContain("erased@x.example");
		assertThat(this.mvc.get().uri("/exports").with(SignIn.operator())).hasStatusOk()
			.bodyText()
			.doesNotContain("erased@x.example");
	}

	@Test
	void theLogForgetsWhoseFileItWasOnceTheyAreErased() {
		Profile erased = this.people.create(Map.of("email", "erased@x.example", "lastName", "Verbeeck"));
		assertThat(this.mvc.get().uri("/profiles/" + erased.id() + "/history.csv").with(SignIn.auditor()))
			.hasStatusOk();
		assertThat(this.mvc.get().uri("/exports").with(SignIn.auditor())).bodyText()
			.contains("History of a person", "Verbeeck", erased.id().toString());
		this.erase.erase(erased.id(), People.OPERATOR);
		assertThat(this.mvc.get().uri("/exports").with(SignIn.auditor())).bodyText()
			.contains("History of a person")
			.doesNotContain("Verbeeck", erased.id().toString());
		assertThat(this.log.before(Instant.now().plusSeconds(60), 9)).singleElement()
			.satisfies((file) -> assertThat(file.of().id()).isEmpty());
	}

	@Test
	void anExportOfAConditionThatCannotBeAskedIsNotBegun() {
		assertThat(this.mvc.post()
			.uri("/exports")
			.param("query",
					"condition="
							+ URLEncoder.encode("{\"fact\":\"gone\",\"operator\":\"isSet\"}", StandardCharsets.UTF_8))
			.with(csrf())
			.with(SignIn.operator())).hasStatus3xxRedirection();
		assertThat(this.exports.before(Instant.now().plusSeconds(60), 1)).isEmpty();
	}

	@Test
	void anImportWithoutItsFileSaysSo() {
		assertThat(this.mvc.post().uri("/imports").multipart().with(csrf()).with(SignIn.operator())).hasStatus(422)
			.bodyText()
			.contains("Choose a file first.");
		assertThat(this.mvc.post().uri("/imports").param("name", "x").with(csrf()).with(SignIn.operator()))
			.hasStatus(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "email,firstName,unsubscribed\na@x.example,Ann,yes\n",
			"a@x.example;Ann\nb@x.example;Ben\n",
			"Email Address,LEID,EUID,Status\na@x.example,1,2,unsubscribed\nb@x.example,2,3,subscribed\n",
			"Email Address,UNSUB_TIME\na@x.example,2025-01-01 10:00:00\n", "Email Address,CLEAN_TIME\na@x.example,x\n",
			"email,unsubscribed\na@x.example,perhaps\n", "sep=;\nemail;opt-in\na@x.example;1\n" })
	void aFileGoesThroughByJustSendingTheFormAsItWasDrawn(String content) throws Exception {
		String columns = upload(content, SignIn.operator()).getResponse().getRedirectedUrl();
		MvcTestResult page = this.mvc.get().uri(columns).with(SignIn.operator()).exchange();
		assertThat(page).hasStatusOk();
		MvcTestResult sent = send(columns, page.getResponse().getContentAsString(StandardCharsets.UTF_8));
		assertThat(sent).as(content).hasStatus3xxRedirection();
	}

	@ParameterizedTest
	@ValueSource(strings = { "csv", "plain_csv", "ndjson" })
	void anExportGoesThroughAsProposedAndItsVerdictsAreLeftOut(String format) throws Exception {
		this.people.create(Map.of("email", "a@x.example", "externalId", ""));
		String file = this.mvc.post()
			.uri("/exports")
			.param("format", format)
			.with(csrf())
			.with(SignIn.auditor())
			.exchange()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		String columns = upload(file, SignIn.operator()).getResponse().getRedirectedUrl();
		MvcTestResult page = this.mvc.get().uri(columns).with(SignIn.operator()).exchange();
		assertThat(page).bodyText()
			.contains("Says whom Sayso may contact, not what anybody said")
			.contains("Sayso: profiles")
			.doesNotContain("May hold opt-outs, and is left out");
		assertThat(send(columns, page.getResponse().getContentAsString(StandardCharsets.UTF_8)))
			.hasStatus3xxRedirection();
	}

	@Test
	void aFileThatLooksLikeAStopListIsAskedAboutFirst() throws Exception {
		String columns = upload("Email,Unsubscribe reason\na@x.example,too many\n", SignIn.operator()).getResponse()
			.getRedirectedUrl();
		MvcTestResult page = this.mvc.get().uri(columns).with(SignIn.operator()).exchange();
		assertThat(page).bodyText().contains("May hold opt-outs, and is left out").contains("nothing in it is taken");
		String html = page.getResponse().getContentAsString(StandardCharsets.UTF_8);
		MvcTestResult asked = send(columns, html);
		assertThat(asked).hasStatus(422).bodyText().contains("or confirm that nobody has");
		assertThat(send(columns, html, "everybody", "marketing.email")).hasStatus3xxRedirection();
	}

	@Test
	void aColumnLeftOutThatMayHoldNoesIsAskedAboutWhereNoOtherDoes() throws Exception {
		String columns = upload("Email,GDPR,Colour\na@x.example,no,red\n", SignIn.operator()).getResponse()
			.getRedirectedUrl();
		MvcTestResult page = this.mvc.get().uri(columns).with(SignIn.operator()).exchange();
		assertThat(page).bodyText().containsOnlyOnce("May hold opt-outs, and is left out");
		String html = page.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(send(columns, html)).hasStatus(422).bodyText().contains("confirm below that it holds none");
		assertThat(send(columns, html, "leaving", "true")).hasStatus3xxRedirection();
	}

	@Test
	void aColumnLeftOutBesideAStopIsMarked() throws Exception {
		String columns = upload("Email,Unsubscribed,GDPR,Colour\na@x.example,no,no,red\n", SignIn.operator())
			.getResponse()
			.getRedirectedUrl();
		MvcTestResult page = this.mvc.get().uri(columns).with(SignIn.operator()).exchange();
		assertThat(page).bodyText().containsOnlyOnce("May hold opt-outs, and is left out");
		assertThat(send(columns, page.getResponse().getContentAsString(StandardCharsets.UTF_8)))
			.hasStatus3xxRedirection();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Phone number,Name,Do not call\n0470123456,Ann,yes\n",
			"Phone,Opted Out At\n0470123456,2024-03-05\n", "Fax,No fax\n+32470123456,yes\n" })
	void anyAddressFindsTheNoOfARow(String content) throws Exception {
		String columns = upload(content, SignIn.operator()).getResponse().getRedirectedUrl();
		MvcTestResult page = this.mvc.get().uri(columns).with(SignIn.operator()).exchange();
		assertThat(send(columns, page.getResponse().getContentAsString(StandardCharsets.UTF_8)))
			.hasStatus3xxRedirection();
	}

	@Test
	void theMeaningOfAValueIsShownAndChangedByHand() throws Exception {
		String columns = upload("email,unsubscribed\na@x.example,perhaps\nb@x.example,perhaps\nc@x.example,oui\n",
				SignIn.operator())
			.getResponse()
			.getRedirectedUrl();
		MvcTestResult page = this.mvc.get().uri(columns).with(SignIn.operator()).exchange();
		assertThat(page).bodyText().contains("perhaps").contains("Cannot be read").contains("oui");
		String token = "1:own:" + Base64.getUrlEncoder().withoutPadding().encodeToString("perhaps".getBytes());
		assertThat(send(columns, page.getResponse().getContentAsString(StandardCharsets.UTF_8), "meaning", token))
			.hasStatus3xxRedirection();
		MvcTestResult again = this.mvc.get().uri(columns.replace("/columns", "")).with(SignIn.operator()).exchange();
		assertThat(again).hasStatusOk();
	}

	/**
	 * Sends the form of the columns as a page has drawn it, but for one field.
	 */
	private MvcTestResult send(String columns, String html, String... but) {
		String form = html.substring(html.indexOf("name=\"_method\""));
		Map<String, List<String>> fields = new LinkedHashMap<>();
		Matcher inputs = Pattern.compile("<input\\b[^>]*>|<select\\b.*?</select>", Pattern.DOTALL).matcher(form);
		while (inputs.find()) {
			String input = inputs.group();
			String name = value(input, "name");
			boolean ticked = !input.matches("(?s).*type=\"(radio|checkbox)\".*") || input.contains("checked");
			if (input.startsWith("<select")) {
				Matcher option = Pattern.compile("<option\\b[^>]*selected[^>]*>").matcher(input);
				fields.computeIfAbsent(name, (key) -> new ArrayList<>())
					.add(option.find() ? value(option.group(), "value") : "");
			}
			else if (ticked) {
				fields.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value(input, "value"));
			}
		}
		if (but.length > 0) {
			fields.put(but[0], List.of(but[1]));
		}
		var request = this.mvc.put().uri(columns).with(csrf()).with(SignIn.operator());
		fields.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
		return request.exchange();
	}

	private static String value(String tag, String name) {
		Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
		return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
	}

	private String begin(String query) {
		String page = String.valueOf(this.mvc.post()
			.uri("/exports")
			.param("query", query)
			.param("watched", "true")
			.with(csrf())
			.with(SignIn.operator())
			.exchange()
			.getResponse()
			.getRedirectedUrl());
		made(page);
		return page;
	}

	private void made(String page) {
		Awaitility.await()
			.until(() -> this.exports.find(UUID.fromString(page.replace("/exports/", "")))
				.orElseThrow()
				.people() != null);
	}

	private MvcTestResult download(String page) {
		return this.mvc.get().uri(page + "/file").with(SignIn.operator()).exchange();
	}

	private MvcTestResult upload(String content, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/imports")
			.multipart()
			.file(new MockMultipartFile("file", "list.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)))
			.with(csrf())
			.with(who)
			.exchange();
	}

}
