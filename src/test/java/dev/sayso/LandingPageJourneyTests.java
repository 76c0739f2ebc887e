package dev.sayso;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

@DemoTest
class LandingPageJourneyTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void afterABoxWasMovedTheFocusIsWhereTheWorkGoesOn(boolean script) {
		Browser browser = Browser.at(this.port).javaScript(script).signIn("marketer").open("/landing-pages/new");
		browser.press("Preferences").fill("Name", "Order " + script).press("Create the draft");
		browser.press("Move SMS up").focusIsOn("Move SMS down");
		browser.press("Remove SMS").focusIsOn("Remove E-mail").press("Push").focusIsOn("Label");
	}

	@Test
	void aMarketerMakesAPageAndPublishesIt() {
		Browser browser = Browser.at(this.port).signIn("marketer").open("/landing-pages").press("New page");
		browser.press("Preferences").fill("Name", "Spring letter").fill("Key", "spring-letter");
		browser.press("Create the draft").sees("The draft “Spring letter” is ready.");
		browser.fill("Title", "Shall we write to you in spring?").fill("Organisation", "Maison Verel SAS");
		browser.in("Contact details").fill("Postal address", "8 quai Saint-Vincent, 69001 Lyon");
		browser.fill("Address of the privacy notice", "https://maisonverel.example/privacy");
		browser.press("Save the draft").sees("The draft of “Spring letter” is saved.");
		Browser.at(this.port).open("/p/spring-letter").sees("We cannot find this page");

		browser = Browser.at(this.port).signIn("marketer").open("/landing-pages").press("Spring letter");
		browser.press("Review and publish").press("Publish version 1").sees("Published, version 1");
		Browser visitor = Browser.at(this.port).open("/p/spring-letter").sees("Shall we write to you in spring?");
		visitor.seesUnticked("E-mail").sees("Maison Verel SAS");

		browser = Browser.at(this.port).signIn("marketer").open("/landing-pages").press("Spring letter");
		browser.fill("Title", "Shall we write to you in summer?").fill("Open from", summer());
		browser.press("Save the draft").sees("The draft of “Spring letter” is saved.").press("Review and publish");
		browser.sees("Until the draft opens, recipients see what they see now.").press("Publish version 2");
		browser.sees("Version 2 of “Spring letter” opens on").sees("Published, version 1");
		Browser.at(this.port).open("/p/spring-letter").sees("Shall we write to you in spring?");
	}

	/** In the order in which an American browser has it typed. */
	private static String summer() {
		return LocalDate.now().plusMonths(6).format(DateTimeFormatter.ofPattern("MMddyyyy")) + Keys.TAB + "1000AM";
	}

}
