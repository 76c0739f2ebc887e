package dev.sayso.landing.sharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms that stand on somebody's own website.
 */
@ProductTest
class CopiedFormTests {

	private static final String SITE = "https://www.shop.example";

	private static final Pattern HTML = Pattern.compile("(?s)<textarea[^>]*id=\"copy-html\"[^>]*>(.*?)</textarea>");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	AddressOwners owners;

	@Autowired
	Ledger ledger;

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void name() {
		NamedOrigins.set(this.settings, List.of(SITE));
	}

	@Test
	void isTakenFromANamedWebsiteAndProvesWhatStoodThere() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email", "sms");
		String html = html(page, "");
		assertThat(html)
			.contains("How may we &lt;i&gt;contact&lt;/i&gt; you?", "name=\"field.email\"", "name=\"channel.email\"",
					"name=\"channel.sms\"", "Save", "https://verel.example/privacy", "name=\"version\" value=\"1\"")
			.doesNotContain("name=\"opening\"", "name=\"sealed\"", "class=", "channel.call", "href=\"/", "src=\"/");
		this.pages.again(page);
		Browse.Opened copy = filled(html, page, "ann@verel.example");
		MvcTestResult sent = send(copy, SITE);
		assertThat(sent).hasStatus(303);
		assertThat(Browse.where(sent)).startsWith("/p/" + page.slug() + "/results/");
		assertThat(newest("ann@verel.example").evidence().facts()).containsEntry("site", SITE)
			.containsEntry("pageVersion", 1)
			.containsEntry("language", "en")
			.extractingByKey("wording")
			.asString()
			.contains("How may we <i>contact</i> you?");
	}

	@Test
	void isOneFormHoweverOftenItIsSent() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email", "sms");
		Browse.Opened copy = filled(html(page, ""), page, "twice@verel.example");
		MvcTestResult first = send(copy, SITE);
		MvcTestResult second = send(copy, SITE);
		assertThat(Browse.where(second)).isEqualTo(Browse.where(first));
		send(copy.tick("channel.sms"), SITE);
		send(filled(html(page, ""), page, "else@verel.example"), SITE);
		assertThat(this.jdbc.sql("select count(*) from submission where page_id = ?")
			.param(page.id())
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void isAnotherOneAfterSomethingElseWasSaidMeanwhile() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		Browse.Opened yes = filled(html(page, ""), page, "again@verel.example");
		Browse.Opened stop = filled(html(page, ""), page, "again@verel.example").untick("channel.email").tick("stop");
		MvcTestResult first = send(yes, SITE);
		assertThat(Browse.where(send(yes, SITE))).isEqualTo(Browse.where(first));
		send(stop, SITE);
		assertThat(newest("again@verel.example").after()).isEqualTo("n");
		assertThat(Browse.where(send(yes, SITE))).isNotEqualTo(Browse.where(first));
		assertThat(this.jdbc.sql("select count(*) from submission where page_id = ?")
			.param(page.id())
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			https://evil.example, , That was very quick
			null, , That was very quick
			https://www.shop.example.evil.example, , That was very quick
			https://www.shop.example, 7, The form on that website is older
			https://www.shop.example, none, The form on that website is older
			https://www.shop.example, trap, Something filled in a field
			""")
	void isShownOnceMoreWhereSomethingSpeaksAgainstItAndItsNoesAreTaken(String origin, String fault, String told) {
		LandingPage page = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email", "sms");
		String email = page.slug() + "@verel.example";
		ProfileId person = this.people.create(Map.of("email", email)).id();
		Browse.Opened copy = filled(html(page, ""), page, email);
		if ("trap".equals(fault)) {
			copy.with("website", "https://spam.example");
		}
		else if (fault != null) {
			copy.with("version", fault);
		}
		assertThat(send(copy, origin)).hasStatus(422).bodyText().contains(told, email, "We have taken your no");
		assertThat(this.ledger.list(person, null, 1).get(0).after()).isEqualTo("n");
	}

	@Test
	void bringsPeopleBackToTheirWebsiteAndNowhereElse() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		String there = SITE + "/thanks?for=letter";
		Browse.Opened copy = filled(html(page, there), page, "back@verel.example");
		assertThat(copy.form()).containsEntry("next", there);
		assertThat(Browse.where(send(copy, SITE))).isEqualTo(there);
		for (String next : List.of("https://evil.example/", "https://www.shop.example.evil.example/", "//evil.example",
				"javascript:alert(1)", "https://www.shop.example@evil.example/")) {
			assertThat(html(page, next)).doesNotContain("name=\"next\"");
			assertThat(Browse
				.where(send(copy.with("next", next).with("field.email", next.hashCode() + "@verel.example"), SITE)))
				.startsWith("/p/" + page.slug());
		}
		NamedOrigins.set(this.settings, List.of(SITE, "https://other.example"));
		assertThat(Browse.where(send(copy.with("next", there), "https://other.example")))
			.startsWith("/p/" + page.slug());
	}

	@Test
	void onlyNamedWebsitesFrameAPageAndReadItsAnswers() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		String open = "/p/" + page.slug();
		MvcTestResult named = this.mvc.get().uri(open).header("Origin", SITE).exchange();
		assertThat(named).hasHeader("Access-Control-Allow-Origin", SITE).doesNotContainHeader("X-Frame-Options");
		assertThat(policy(named)).endsWith("frame-ancestors 'self' " + SITE);
		assertThat(this.mvc.get().uri(open).header("Origin", "https://evil.example"))
			.doesNotContainHeader("Access-Control-Allow-Origin");
		String own = this.pages.link(page, this.people.somebody());
		MvcTestResult personal = this.mvc.get().uri(own).header("Origin", SITE).exchange();
		assertThat(personal).hasHeader("X-Frame-Options", "SAMEORIGIN")
			.doesNotContainHeader("Access-Control-Allow-Origin");
		assertThat(policy(personal)).endsWith("frame-ancestors 'self'");
		MvcTestResult asked = send(filled(html(page, ""), page, "read@verel.example"), SITE);
		assertThat(this.mvc.get().uri(Browse.where(asked)).header("Origin", SITE))
			.hasHeader("Access-Control-Allow-Origin", SITE)
			.doesNotContainHeader("X-Frame-Options");
		MvcTestResult saved = Browse.send(this.mvc, Browse.open(this.mvc, own).tick("channel.email"));
		MvcTestResult theirs = this.mvc.get().uri(Browse.where(saved)).header("Origin", SITE).exchange();
		assertThat(theirs).hasStatusOk()
			.hasHeader("X-Frame-Options", "SAMEORIGIN")
			.doesNotContainHeader("Access-Control-Allow-Origin");
		assertThat(policy(theirs)).endsWith("frame-ancestors 'self'");
		NamedOrigins.set(this.settings, List.of());
		MvcTestResult nobodys = this.mvc.get().uri(open).header("Origin", SITE).exchange();
		assertThat(nobodys).hasHeader("X-Frame-Options", "SAMEORIGIN")
			.doesNotContainHeader("Access-Control-Allow-Origin");
		assertThat(policy(nobodys)).endsWith("frame-ancestors 'self'");
	}

	@Test
	void anAdministratorNamesWebsites() {
		assertThat(save("HTTPS://Shop.Example:443/ \n\nhttp://localhost:8099")).hasStatus(302);
		assertThat(NamedOrigins.of(this.settings).all()).containsExactlyInAnyOrder("https://shop.example",
				"http://localhost:8099");
		assertThat(this.mvc.get().uri("/settings/sites").with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("https://shop.example");
		assertThat(this.jdbc.sql("select count(*) from audit_entry where subject_id = 'sites'")
			.query(Integer.class)
			.single()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop.example", "https://shop.example/path", "http://shop.example", "https://", "*",
			"https://*.shop.example", "https://a.example https://b.example", "https://user@shop.example", "null" })
	void whatIsNoWebsiteIsNotNamed(String typed) {
		assertThat(save(typed)).hasStatus(422).bodyText().contains("is not the address of a website");
		assertThat(NamedOrigins.of(this.settings).all()).containsExactly(SITE);
	}

	private MvcTestResult save(String origins) {
		return this.mvc.put()
			.uri("/settings/sites")
			.param("origins", origins)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	private static String policy(MvcTestResult answer) {
		return String.valueOf(answer.getResponse().getHeader("Content-Security-Policy"));
	}

	private String html(LandingPage page, String next) {
		String shown = Browse.html(this.mvc.get()
			.uri("/landing-pages/" + page.id() + "/sharing")
			.param("next", next)
			.with(SignIn.marketer())
			.exchange());
		return HTML.matcher(shown)
			.results()
			.map((match) -> HtmlUtils.htmlUnescape(match.group(1)))
			.findFirst()
			.orElseThrow();
	}

	private static Browse.Opened filled(String html, LandingPage page, String email) {
		Browse.Opened copy = Browse.form(html, "/p/" + page.slug() + "?lang=en");
		return new Browse.Opened(copy.path(), new LinkedHashMap<>(copy.form())).with("field.email", email)
			.tick("channel.email");
	}

	private MvcTestResult send(Browse.Opened copy, String origin) {
		var request = this.mvc.post().uri(copy.path()).header("Accept-Language", "en").header("Origin", origin);
		copy.form().forEach((name, value) -> {
			if (!"none".equals(value)) {
				request.param(name, value);
			}
		});
		return request.exchange();
	}

	private LedgerEntry newest(String email) {
		return this.ledger.list(this.owners.find(People.details(Map.of("email", email))).get(0), null, 1).get(0);
	}

}
