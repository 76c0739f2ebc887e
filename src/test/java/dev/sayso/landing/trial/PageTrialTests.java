package dev.sayso.landing.trial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageViews;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a page tried out says what it would change, and leaves every row of the
 * store as it was.
 */
@ProductTest
class PageTrialTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	LinkToken tokens;

	@Autowired
	PageViews views;

	@Autowired
	JdbcTemplate jdbc;

	private LandingPage page;

	private ProfileId person;

	private Map<String, Object> before;

	@BeforeEach
	void begin() {
		this.page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		this.person = this.people.create(Map.of("email", "trial@posteo.example", "firstName", "Noor")).id();
		Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(this.page, this.person)).tick("channel.email"));
		this.before = rows();
	}

	@AfterEach
	void everyRowIsAsItWas() {
		assertThat(rows()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "draft", "live" })
	void itSaysWhatAPersonsFormWouldChange(String version) {
		Browse.Opened form = open(version + "/" + this.person);
		assertThat(form.form()).containsEntry("channel.email", "on");
		MvcTestResult sent = send(form.untick("channel.email").tick("channel.sms").with("field.firstName", "Nora"));
		assertThat(sent).hasStatusOk()
			.bodyText()
			.contains("Nothing was kept", "/profiles/" + this.person, "Nora", ">Yes<", ">No<", "srcdoc=");
	}

	@Test
	void somebodyMadeUpIsThereForTheTrialAlone() {
		assertThat(open("draft/yes").form()).containsEntry("channel.email", "on").containsEntry("channel.sms", "on");
		assertThat(send(open("draft/yes").untick("channel.sms"))).hasStatusOk()
			.bodyText()
			.contains("Noor Peeters", "made up", ">No<")
			.doesNotContain("/profiles/");
		assertThat(send(open("draft/silent").tick("channel.email"))).bodyText().contains(">Yes<");
		assertThat(send(open("draft/no").tick("channel.email"))).bodyText().contains(">Yes<");
	}

	@Test
	void aVisitorsFormIsTakenAsOftenAsOneLikes() {
		for (int time = 0; time < 8; time++) {
			assertThat(send(visitor("trial@posteo.example").tick("channel.sms"))).hasStatusOk()
				.bodyText()
				.contains("/profiles/" + this.person, "Waiting");
		}
		assertThat(send(visitor("nobody-yet@posteo.example").tick("channel.email"))).bodyText()
			.contains("would become a profile", "Waiting");
		assertThat(this.jdbc.queryForObject("select count(*) from profile where email_key like 'nobody-yet%'",
				Integer.class))
			.isZero();
	}

	@Test
	void aNoForAnAddressThatNobodyHasIsSaidToBeKept() {
		LandingPage stop = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email");
		this.before = rows();
		assertThat(send(visitor(stop, "nobody-at-all@posteo.example").tick("channel.email"))).hasStatusOk()
			.bodyText()
			.contains("A no kept for the address", "E-mail");
	}

	@Test
	void whatIsWrongIsSaidOnThePageAsReadersGetIt() {
		MvcTestResult sent = send(visitor("no address").tick("channel.email"));
		assertThat(sent).hasStatus(422);
		assertThat(Browse.html(sent)).contains("Trial.", "changes nothing", "no address", "name=\"_csrf\"");
	}

	@Test
	void nobodyButWhoBuildsPagesReachesIt() {
		String path = "/landing-pages/" + this.page.id() + "/trial/draft/nobody";
		assertThat(this.mvc.get().uri(path)).hasStatus3xxRedirection();
		assertThat(this.mvc.post().uri(path).param("field.email", "x@posteo.example").with(SignIn.csrf()))
			.hasStatus4xxClientError();
		assertThat(this.mvc.post().uri(path).with(SignIn.auditor()).with(SignIn.csrf())).hasStatus(403);
		assertThat(this.mvc.post().uri(path).with(SignIn.marketer())).hasStatus(403);
		assertThat(this.mvc.get().uri(path.replace("draft", "older")).with(SignIn.marketer())).hasStatus(404);
		assertThat(this.mvc.get().uri(path.replace("nobody", "somebody")).with(SignIn.marketer())).hasStatus(404);
		assertThat(this.mvc.get().uri("/landing-pages/" + this.page.id() + "/trial?find=Noor").with(SignIn.marketer()))
			.bodyText()
			.contains("What recipients see now", "Noor", this.person.toString());
	}

	private Browse.Opened visitor(String address) {
		return visitor(this.page, address);
	}

	private Browse.Opened visitor(LandingPage of, String address) {
		return open(of, "draft/nobody").with("field.email", address)
			.with("sealed", this.tokens.write(System.currentTimeMillis() - 5000));
	}

	private Browse.Opened open(String what) {
		return open(this.page, what);
	}

	private Browse.Opened open(LandingPage of, String what) {
		String path = "/landing-pages/" + of.id() + "/trial/" + what;
		MvcTestResult opened = this.mvc.get().uri(path).param("lang", "en").with(SignIn.marketer()).exchange();
		assertThat(Browse.html(opened)).contains("Trial.", "changes nothing").doesNotContain("<script");
		return Browse.form(Browse.html(opened), path);
	}

	private MvcTestResult send(Browse.Opened form) {
		var request = this.mvc.post().uri(form.path()).header("Accept-Language", "en");
		form.form().forEach(request::param);
		return request.with(SignIn.marketer()).with(SignIn.csrf()).exchange();
	}

	private Map<String, Object> rows() {
		this.views.write();
		Map<String, Object> rows = new TreeMap<>();
		List<String> tables = this.jdbc.queryForList("""
				select table_name from information_schema.tables
				where table_schema = 'public' and table_type = 'BASE TABLE'""", String.class);
		tables.forEach((table) -> rows.put(table,
				this.jdbc.queryForList("select * from " + table).stream().map(Object::toString).sorted().toList()));
		return rows;
	}

}
