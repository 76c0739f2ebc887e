package dev.sayso;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.person.People;
import dev.sayso.person.Profile;

/**
 * Holds that a marketer tries a decision on somebody who said nothing, sees why they get
 * the fallback and what they would get otherwise, and makes somebody up.
 */
@DemoTest
class SimulationJourneyTests {

	private static final String HERO = "/decisions/home-hero";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	private String mark;

	private Profile person;

	@BeforeEach
	void personWhoSaidNothing() {
		this.mark = Long.toString(System.nanoTime(), 36);
		this.person = this.people
			.create(Map.of("firstName", "Tried", "lastName", "Out" + this.mark, "country", "FR", "language", "fr"));
	}

	@Test
	void aDecisionIsTriedOnAPersonAndOnATestProfile() {
		journey(Browser.at(this.port).signIn("marketer"));
	}

	@Test
	void theSameWithoutJavaScript() {
		journey(Browser.at(this.port).javaScript(false).signIn("marketer"));
	}

	@Test
	void besideTheBoardItIsTriedOnWhomOneChoseLast() {
		Browser browser = Browser.at(this.port).signIn("marketer");
		browser.open(HERO + "/simulation?who=" + this.person.id()).sees("Tried Out" + this.mark);
		browser.open(HERO + "/draft").in("simulation").sees("Generic welcome");
		browser.in("simulation").press("Response").sees("PERSONALIZATION_REFUSED").press("Result");
		browser.in("simulation").fill("Person", "An unknown visitor");
		browser.in("simulation").sees("an unknown visitor has not consented");
		browser.axe();
	}

	@Test
	void thePageOfAPersonShowsWhatTheyWouldSee() {
		Browser browser = Browser.at(this.port).signIn("auditor").open("/profiles/" + this.person.id() + "/decisions");
		browser.in("now").sees("Home hero").sees("Generic welcome").press("Home hero");
		browser.arrives(HERO + "/simulation").sees("Tried Out" + this.mark).doesNotSee("Make one up");
	}

	private void journey(Browser browser) {
		browser.open(HERO + "/simulation").fill("Find somebody by name, address or id", "Out" + this.mark);
		browser.press("Simulate").in("result").sees("Tried Out" + this.mark);
		browser.in("shows-web-hero")
			.sees("Generic welcome")
			.sees("Fallback")
			.sees("has not consented to personalization");
		browser.in("shows-web-hero").sees("With consent to personalization: Free delivery in France");
		browser.fill("Language", "Dutch").press("Simulate").in("result").sees("in Dutch");
		browser.press("Request").sees("\"language\" : \"nl\"").press("Make one up").sees("Make somebody up");
		browser.fill("What you call them", "Invented " + this.mark).fill("Country", "France");
		browser.fill("Personalize content", "Yes").press("Make up and simulate");
		browser.sees("Invented " + this.mark + " was made up").in("shows-web-hero").sees("Free delivery in France");
		browser.press("Edit").fill("Personalize content", "No").press("Save and simulate");
		browser.in("shows-web-hero").sees("Fallback").sees("With consent to personalization");
		browser.press("Edit").press("Delete…").press("Delete this person").sees("was deleted");
	}

}
