package dev.sayso.landing.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageViews;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.service.ServiceContent;
import dev.sayso.service.ServiceManagement;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.ServiceWords;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class PageResultsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	LandingPages landingPages;

	@Autowired
	People people;

	@Autowired
	PageViews views;

	@Autowired
	PageResults results;

	@Autowired
	ServiceManagement services;

	@Autowired
	JdbcClient jdbc;

	@Test
	void whoReadsAPageIsCountedByVersionAndLanguageAndNobodyElse() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		open(page, "en");
		open(page, "en");
		open(page, "fr");
		this.mvc.get().uri("/p/" + page.slug()).header("Sec-Purpose", "prefetch;prerender").exchange();
		this.mvc.get().uri("/p/" + page.slug()).with(SignIn.marketer()).exchange();
		this.mvc.method(HttpMethod.HEAD).uri("/p/" + page.slug()).exchange();
		assertThat(csv(page, "")).containsExactly("1,en,2,0,0", "1,fr,1,0,0");
	}

	@Test
	void whatWasSentIsCountedWithWhatItChanged() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email", "sms");
		for (int i = 0; i < 2; i++) {
			String link = this.pages.link(page, this.people.somebody());
			Browse.send(this.mvc, Browse.open(this.mvc, link).tick("channel.email").tick("channel.sms"));
		}
		Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, this.people.somebody())).tick("channel.email"));
		assertThat(csv(page, "")).containsExactly("1,en,3,3,5");
		assertThat(csv(page, "changes")).containsExactly("1,en,marketing.email,y,3", "1,en,marketing.sms,y,2");
		assertThat(this.mvc.get().uri("/landing-pages/" + page.id() + "/results?days=7").with(SignIn.marketer()))
			.hasStatusOk()
			.bodyText()
			.contains("What changed", "Version 1", "English");
	}

	@Test
	void whatWasSentAboutServicesAndPausesIsCalledByItsName() {
		this.services.create("letter-of-may", Channel.EMAIL, new ServiceContent("Letter of May", "", false,
				ServiceValidity.ALWAYS, new ServiceWords(Map.of(), List.of())), People.OPERATOR);
		LandingPage page = this.pages.publish(PageKind.PREFERENCE, "", Map.of(),
				PageBlock.box("c", new PageBox("email", BoxMeaning.IN_OR_OUT), Map.of()),
				PageBlock.service("s", "letter-of-may", BoxMeaning.IN_OR_OUT, Map.of()),
				PageBlock.of("p", PageBlock.Type.PAUSE, Map.of()));
		String day = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
		Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, this.people.somebody()))
					.with("pauseUntil", day)
					.tick("service.letter-of-may"));
		for (String tab : List.of("submissions", "results")) {
			assertThat(this.mvc.get().uri("/landing-pages/" + page.id() + "/" + tab).with(SignIn.marketer())).as(tab)
				.hasStatusOk()
				.bodyText()
				.contains("Pause of everything", "Paused", "Letter of May", "Subscribed")
				.doesNotContain("??");
		}
	}

	@Test
	void whatIsOlderThanTheSpanIsLeftOut() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		open(page, "nl");
		this.views.write();
		this.jdbc.sql("update page_view set on_day = on_day - 7 where page_id = ?").param(page.id()).update();
		LandingPage opened = this.landingPages.findById(page.id()).orElseThrow();
		assertThat(this.results.count(opened, 7).all().views()).isZero();
		PageResults.Counted counted = this.results.count(opened, 30);
		assertThat(counted.all().views()).isEqualTo(1);
		assertThat(counted.days()).hasSize(30);
		assertThat(counted.versions().keySet()).extracting(PageResults.Cell::language).containsExactly("en");
	}

	@Test
	void aPageThatNobodyOpenedSaysSo() {
		LandingPage page = this.pages.denylist(true);
		assertThat(this.mvc.get().uri("/landing-pages/" + page.id() + "/results").with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("Nobody has opened this page lately");
	}

	private void open(LandingPage page, String language) {
		assertThat(this.mvc.get().uri("/p/" + page.slug()).header("Accept-Language", language)).hasStatusOk();
	}

	/** The rows, without their day. */
	private String[] csv(LandingPage page, String of) {
		return Browse
			.html(this.mvc.get()
				.uri("/landing-pages/" + page.id() + "/results.csv?kind=plain&of=" + of)
				.with(SignIn.marketer())
				.exchange())
			.lines()
			.skip(1)
			.map((row) -> row.substring(row.indexOf(',') + 1))
			.toArray(String[]::new);
	}

}
