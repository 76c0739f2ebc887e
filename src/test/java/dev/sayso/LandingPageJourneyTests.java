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
	void afterABlockWasMovedTheFocusIsWhereTheWorkGoesOn(boolean script) {
		Browser browser = Browser.at(this.port).javaScript(script).signIn("marketer").open("/landing-pages/new");
		browser.press("Preferences").fill("Name", "Order " + script).press("Create the draft");
		browser.press("Move SMS up").focusIsOn("Move SMS up").press("Move SMS down").focusIsOn("Move SMS down");
		browser.press("SMS").press("Remove").focusIsOn("Phone");
		browser.press("Undo").focusIsOn("Undo").sees("SMS");
	}

	@Test
	void aMarketerBuildsAPageFromNothingAndPublishesIt() {
		Browser browser = Browser.at(this.port).signIn("marketer").open("/landing-pages").press("New page");
		browser.press("Blank page").fill("Name", "Spring letter").fill("Key", "spring-letter");
		browser.untick("French").untick("Dutch").press("Create the draft");
		browser.sees("The draft “Spring letter” is ready.").sees("The title is missing in English.");
		browser.press("Title").fill("Title", "Shall we write to you in spring?").press("Done");
		browser.press("Channel").fill("Label", "Do not write to me").press("Done");
		browser.press("Text").fill("Text", "Two letters, **no more**.").press("Done");
		browser.press("Move Two letters, no more. up").focusIsOn("Move Two letters, no more. up").types(Keys.ENTER);
		browser.focusIsOn("Move Two letters, no more. up");
		browser.seesInFrame("preview", "Shall we write to you in spring?").seesInFrame("preview", "no more");
		Browser.at(this.port).open("/p/spring-letter").sees("We cannot find this page");

		browser = Browser.at(this.port).signIn("marketer").open("/landing-pages?q=spring").press("Spring letter");
		browser.press("Review and publish").sees("say the contrary of what its tick does");
		browser.press("Use the usual words: In English, the words of E-mail say the contrary of what its tick does.");
		browser.sees("That is fixed.").press("Publish version 1").sees("Published, version 1");
		Browser visitor = Browser.at(this.port).open("/p/spring-letter").sees("Shall we write to you in spring?");
		visitor.seesUnticked("E-mail").sees("Maison Verel SAS").sees("Two letters, no more.");

		browser = Browser.at(this.port).signIn("marketer").open("/landing-pages?q=spring").press("Spring letter");
		browser.press("Shall we write to you in spring?").fill("Title", "Shall we write to you in summer?");
		browser.press("Done").press("Settings").fill("Open from", summer());
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
