package dev.sayso.landing.visit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a receipt says what was said and shown, and what its signature is worth to
 * tools that are not ours.
 */
@ProductTest
class ReceiptsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Ledger ledger;

	@Autowired
	EraseProfile erase;

	@Autowired
	LinkToken tokens;

	@Autowired
	JdbcTemplate jdbc;

	@TempDir
	Path folder;

	@Test
	void saysWhatWasSaidAndShownInTheWordsOfTheVocabulary() throws JoseException {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		submit(page, person, "channel.email");
		JsonNode withdrawn = record(file(submit(page, person)));
		assertThat(withdrawn.path("dct:conformsTo").asString())
			.isEqualTo("https://w3id.org/dpv/schema/dpv-27560#record");
		assertThat(withdrawn.path("@type").path(0).asString()).isEqualTo("dpv:ConsentRecord");
		assertThat(withdrawn.path("dpv:hasDataSubject").path("dpv:hasIdentifier").asString()).startsWith("sample-");
		assertThat(states(withdrawn)).containsExactly("marketing.email dpv:ConsentWithdrawn");
		JsonNode shown = withdrawn.path("dpv:hasNotice");
		assertThat(shown.path("dpv:hasIdentifier").asString()).isEqualTo("Page v1");
		assertThat(shown.path("dct:hasPart").path(0).path("sayso:shownTicked").asBoolean()).isTrue();
		assertThat(shown.path("dct:hasPart").path(0).path("sayso:ticked").asBoolean()).isFalse();
		ProfileId other = this.people.somebody();
		assertThat(states(record(file(submit(page, other, "channel.email")))))
			.containsExactlyInAnyOrder("marketing.email dpv:ConsentGiven", "marketing.sms dpv:ConsentRefused");
	}

	@Test
	void aLibraryThatIsNotOursVerifiesIt() throws JoseException {
		String jws = receipt();
		assertThat(verifies(jws)).isTrue();
		assertThat(verifies(changed(jws, jws.indexOf('.') + 40))).isFalse();
		assertThat(this.mvc.get().uri("/.well-known/jwks.json")).hasStatusOk().doesNotContainHeader("Set-Cookie");
	}

	@Test
	void openSslVerifiesWhatIsInTheDownload() throws IOException, InterruptedException {
		ProfileId person = this.people.somebody();
		submit(this.pages.form(BoxMeaning.IN_OR_OUT, "email"), person, "channel.email");
		byte[] zip = this.mvc.get()
			.uri("/receipts/" + this.ledger.list(person, null, 1).get(0).id() + ".zip")
			.with(SignIn.auditor())
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
				Files.write(this.folder.resolve(entry.getName()), files.readAllBytes());
			}
		}
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")));
		assertThat(openssl()).isZero();
		Path signed = this.folder.resolve("receipt.signed");
		Files.writeString(signed, changed(Files.readString(signed), 100));
		assertThat(openssl()).isNotZero();
	}

	@Test
	void anyLetterChangedIsNotValid() {
		String jws = receipt();
		assertThat(check(jws)).contains("This receipt is valid", "dpv:ConsentGiven");
		for (int at : new int[] { 0, 12, jws.indexOf('.') + 1, jws.length() / 2, jws.lastIndexOf('.') + 1,
				jws.length() - 1 }) {
			assertThat(check(changed(jws, at))).as("letter " + at).contains("This receipt is not valid");
		}
		assertThat(check(changed(jws, jws.length() - 1))).contains("changed after it was signed");
		for (String none : List.of("hello", "bnVsbA.e30.eA", "W10.e30.eA", "ImEi.e30.eA", "MQ.e30.eA")) {
			assertThat(check(none)).as(none).contains("This is no receipt");
		}
		assertThat(check(jws.replaceAll("(.{64})", "$1\n"))).contains("This receipt is valid");
	}

	@Test
	void anybodyChecksAFileInThreeLanguagesAndNothingIsWritten() {
		String jws = receipt();
		long before = written();
		assertThat(this.mvc.get().uri("/verify")).hasStatusOk().doesNotContainHeader("Set-Cookie");
		MvcTestResult sent = this.mvc.post()
			.uri("/verify?lang=fr")
			.header("Content-Type", "multipart/form-data; boundary=part")
			.content("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"receipt.jws\"\r\n\r\n" + jws
					+ "\r\n--part--\r\n")
			.exchange();
		assertThat(sent).hasStatusOk().doesNotContainHeader("Set-Cookie");
		assertThat(Browse.html(sent)).contains("Ce reçu est valable");
		assertThat(Browse.html(this.mvc.post().uri("/verify?lang=fr").param("receipt", jws).exchange()))
			.contains("Ce reçu est valable");
		assertThat(Browse.html(this.mvc.post().uri("/verify?lang=nl").param("receipt", jws + "A").exchange()))
			.contains("Dit ontvangstbewijs is niet geldig");
		assertThat(written()).isEqualTo(before);
	}

	@Test
	void theWordingOfYearsAgoRendersAsItWas() throws JoseException {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		String receipt = submit(page, person, "channel.email");
		String before = file(receipt);
		this.jdbc.update("update page_version set content = replace(content, 'E-mail', 'Electronic post')");
		this.jdbc.update("update landing_page set name = 'Another name'");
		assertThat(file(receipt)).isEqualTo(before);
		String title = record(before).path("dpv:hasNotice").path("dct:title").asString();
		String id = "/receipts/" + this.ledger.list(person, null, 1).get(0).id();
		assertThat(Browse.html(this.mvc.get().uri(id).with(SignIn.marketer()).exchange()))
			.contains(HtmlUtils.htmlEscape(title), "ticked by the person", "Signature holds");
	}

	@Test
	void ofSomebodyErasedNothingIsReadable() {
		ProfileId person = this.people.somebody();
		String receipt = submit(this.pages.form(BoxMeaning.IN_OR_OUT, "email"), person, "channel.email");
		String id = "/receipts/" + this.ledger.list(person, null, 1).get(0).id();
		String jws = file(receipt);
		assertThat(this.mvc.get().uri(id).with(SignIn.admin())).hasStatusOk();
		this.erase.erase(person, People.OPERATOR);
		assertThat(this.mvc.get().uri(receipt)).hasStatus(404);
		assertThat(this.mvc.get().uri(receipt + ".jws")).hasStatus(404);
		assertThat(this.mvc.get().uri(id).with(SignIn.admin())).hasStatus(404);
		assertThat(this.mvc.get().uri(id + ".zip").with(SignIn.admin())).hasStatus(404);
		assertThat(check(jws)).contains("This receipt is valid");
	}

	@Test
	void whatAnOlderKeySignedStaysValid() throws JoseException {
		String before = receipt();
		assertThat(this.mvc.put().uri("/settings/receipts/key").with(SignIn.csrf()).with(SignIn.operator()))
			.hasStatus(403);
		assertThat(this.mvc.put().uri("/settings/receipts/key").with(SignIn.csrf()).with(SignIn.admin()))
			.hasStatus(302);
		String after = receipt();
		assertThat(kid(after)).isNotEqualTo(kid(before));
		assertThat(verifies(before)).isTrue();
		assertThat(verifies(after)).isTrue();
		assertThat(check(before)).contains("This receipt is valid");
		assertThat(this.jdbc.queryForObject(
				"select count(*) from audit_entry where action = 'renewed' and subject_id = 'receipts'", Long.class))
			.isPositive();
	}

	@Test
	void aVisitorNobodyIdentifiedHasNone() {
		String receipt = submit(this.pages.form(BoxMeaning.IN_OR_OUT, "email"), this.people.somebody(),
				"channel.email");
		LinkToken.Receipt known = this.tokens.receipt(receipt.replaceFirst("/p/receipts/", "")).orElseThrow();
		String visitor = this.tokens.write(new LinkToken.Receipt(known.submission(), false));
		assertThat(this.mvc.get().uri("/p/receipts/" + visitor)).hasStatus(404);
		assertThat(this.mvc.get().uri("/p/receipts/none.jws")).hasStatus(404);
	}

	private String receipt() {
		return file(submit(this.pages.form(BoxMeaning.IN_OR_OUT, "email"), this.people.somebody(), "channel.email"));
	}

	/** Where the receipt of a form is, as its result page says. */
	private String submit(LandingPage page, ProfileId person, String... ticks) {
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person));
		if (ticks.length == 0) {
			form.form().keySet().removeIf((name) -> name.startsWith("channel."));
		}
		List.of(ticks).forEach(form::tick);
		String html = Browse.follow(this.mvc, Browse.send(this.mvc, form));
		assertThat(html).contains("/p/receipts/");
		return html.replaceAll("(?s).*(/p/receipts/[\\w-]+).*", "$1");
	}

	private String file(String receipt) {
		MvcTestResult file = this.mvc.get().uri(receipt + ".jws").exchange();
		assertThat(file).hasStatusOk();
		assertThat(Browse.html(this.mvc.get().uri(receipt).exchange())).contains("dpv:Consent");
		return Browse.html(file);
	}

	private String check(String text) {
		return Browse.html(this.mvc.post().uri("/verify").param("receipt", text).exchange());
	}

	private boolean verifies(String jws) throws JoseException {
		JsonWebSignature signature = new JsonWebSignature();
		signature.setCompactSerialization(jws);
		JsonWebKeySet keys = new JsonWebKeySet(Browse.html(this.mvc.get().uri("/.well-known/jwks.json").exchange()));
		signature.setKey(new VerificationJwkSelector().select(signature, keys.getJsonWebKeys()).getKey());
		return signature.verifySignature();
	}

	private JsonNode record(String jws) throws JoseException {
		assertThat(verifies(jws)).isTrue();
		return new JsonMapper().readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[1]));
	}

	private static List<String> states(JsonNode record) {
		return record.path("dpv:hasProcess")
			.valueStream()
			.map((process) -> process.path("dpv:hasPurpose").path(0).path("dct:identifier").asString() + " "
					+ process.path("dpv:hasConsentStatus").path(0).path("@type").path(0).asString())
			.toList();
	}

	private static String kid(String jws) {
		return new JsonMapper().readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[0])).path("kid").asString();
	}

	private static String changed(String text, int at) {
		return text.substring(0, at) + ((text.charAt(at) != 'A') ? 'A' : 'B') + text.substring(at + 1);
	}

	private int openssl() throws IOException, InterruptedException {
		return new ProcessBuilder("openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "key.pem", "-in",
				"receipt.signed", "-sigfile", "receipt.sig")
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
	}

	private long written() {
		return this.jdbc.queryForObject("""
				select (select count(*) from ledger_entry) + (select count(*) from submission)
					+ (select count(*) from audit_entry) + (select count(*) from receipt_key)""", Long.class);
	}

}
