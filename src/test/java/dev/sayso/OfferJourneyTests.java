package dev.sayso;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.person.People;

/**
 * Holds that a marketer makes an offer, looks at it as somebody, and lets it show version
 * by version.
 */
@DemoTest
class OfferJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void anOfferInTwoLanguagesIsPreviewedApprovedAndChanged() {
		String name = "Spring sale " + Long.toString(System.nanoTime(), 36);
		String person = name.substring(12);
		this.people.create(Map.of("firstName", "Ottoline", "lastName", person));
		Browser browser = Browser.at(this.port).signIn("marketer").open("/offers").press("New offer");
		browser.arrives("/offers/new").fill("Name", name);
		browser.press("Web hero, English: Write").focusIsOn("HTML for Web hero, English");
		browser.fill("HTML for Web hero, English", "<h2>Hello {{profile.firstName|there}}</h2>");
		browser.in("personalized").sees("Personalized: reads First name");
		browser.press("Web hero, French: Reads English").press("Web hero, English");
		browser.fill("HTML for Web hero, French", "<h2>Bonjour {{profile.firstName|vous}}</h2>");
		browser.seesInFrame("preview", "Bonjour vous");
		browser.fill("First name, or if it is missing", "toi").seesInFrame("preview", "Bonjour toi");
		browser.types(Keys.ESCAPE).focusIsOn("Web hero, French: Written").types(Keys.ARROW_LEFT);
		browser.focusIsOn("Web hero, English: Main text").types(Keys.ENTER);
		browser.focusIsOn("HTML for Web hero, English").seesInFrame("preview", "Hello there");
		browser.fill("Find a person by name or e-mail", person);
		browser.in("shown-to").press("Search");
		browser.seesInFrame("preview", "Hello Ottoline").fill("Priority", "60");
		browser.press("Create offer").sees("was created");
		browser.axe().press("Review version 1").press("Approve version 1").sees("shows as version 1");
		browser.in("Parts of this offer").press("Offer");
		browser.fill("HTML for Web hero, English", "<h2>Good day</h2>");
		browser.in("changes").sees("1 text changed");
		browser.press("Save and approve").sees("shows as version 2").press("Versions");
		browser.in("version-2").sees("Web hero, English").sees("Good day");
	}

	@Test
	void theSameWithoutJavaScriptAndNoFallbackReadsAName() {
		String name = "Quiet sale " + Long.toString(System.nanoTime(), 36);
		Browser browser = Browser.at(this.port).javaScript(false).signIn("marketer").open("/offers/new?fallback=true");
		browser.fill("Name", name).press("Web hero, French: Write");
		browser.fill("HTML for Web hero, French", "<p>Bonjour {{profile.firstName|vous}}</p>").press("Create offer");
		browser.sees("A fallback is for everybody").sees("profile.firstName");
		browser.fill("HTML for Web hero, French", "<p>Bonjour</p>").press("Show what is typed");
		browser.press("Create offer").sees("was created").press("Review version 1").press("Approve version 1");
		browser.sees("shows as version 1").in("Parts of this offer").press("Offer");
		browser.fill("Description", "Told");
		browser.press("Add an attribute").fill("Name of the attribute", "margin").fill("Value", "12");
		browser.press("Save draft").sees("was saved").sees("The draft differs from version 1");
		browser.press("More").press("Archive…").press("Archive the offer").sees("shows nowhere");
	}

}
