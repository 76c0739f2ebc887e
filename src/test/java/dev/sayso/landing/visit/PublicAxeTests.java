package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.Browser;
import dev.sayso.DemoTest;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class PublicAxeTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	Pages pages;

	@Autowired
	LandingPages landingPages;

	private final List<String> flaws = new ArrayList<>();

	@Test
	void whatARecipientSeesShutsNobodyOut() {
		ProfileId person = this.people.somebody();
		String form = this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms", "call"), person);
		Browser recipient = Browser.at(this.port).open(form);
		look(recipient);
		look(recipient.tick("email").press("Save").sees("Your choices are saved"));
		String denylist = this.pages.link(this.pages.denylist(true), person);
		look(recipient.open(denylist));
		look(recipient.press("Save").sees("We will no longer contact you"));
		look(recipient.press("Undo").sees("Everything is back as it was"));
		look(recipient.open(form + "x").sees("We cannot find this page"));
		assertThat(this.flaws).isEmpty();
	}

	@Test
	void whatAVisitorSeesShutsNobodyOut() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		Browser visitor = Browser.at(this.port).open("/p/" + page.slug());
		look(visitor);
		look(visitor.press("Save").sees("This could not be saved yet"));
		visitor.fill("E-mail address", "visitor@axe.example").tick("email").press("Save");
		look(visitor.sees("Thank you"));
		look(visitor.open("/p/" + this.pages.taken(this.pages.form(BoxMeaning.IN_OR_OUT, "email")).slug()));
		look(visitor.open("/p/nobody-made-this"));
		look(visitor.open("/p/" + page.slug()).press("Send me my link").sees("Type your e-mail address"));
		look(visitor.press("Send me my link").sees("This is no e-mail address"));
		look(visitor.open("/login"));
		assertThat(this.flaws).isEmpty();
	}

	@Test
	void whoSaysWhatMayBeUsedIsNotShutOut() {
		ProfileId person = this.people.somebody();
		Browser recipient = Browser.at(this.port);
		look(recipient.open(this.pages.link(this.landingPages.findBySlug("your-data").orElseThrow(), person)));
		recipient.tick("Learn what to show first");
		look(recipient.press("Save my choices").sees("Your choices are saved"));
		look(recipient.open(this.pages.link(this.pages.form(BoxMeaning.IN_OR_OUT, "email", "modeling"), person)));
		assertThat(this.flaws).isEmpty();
	}

	@Test
	void aPageOfAllChoicesShutsNobodyOut() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.landingPages.findBySlug("all-choices").orElseThrow();
		Browser recipient = Browser.at(this.port).open(this.pages.link(page, person));
		look(recipient);
		recipient.tick("Monday letter").press("Save my choices");
		look(recipient.sees("You changed"));
		look(recipient.open("/p/all-choices").press("Stop everything").sees("This could not be saved yet"));
		look(recipient.open(this.pages.link(this.landingPages.findBySlug("subscribe").orElseThrow(), person)));
		assertThat(this.flaws).isEmpty();
	}

	private void look(Browser browser) {
		this.flaws.addAll(browser.flawsOfEveryLook());
	}

}
