package dev.sayso;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class SayJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void whatAnOperatorTicksAndAPersonChangesIsTheSameEverywhere() {
		String profile = "/profiles/" + this.people.somebody();
		Browser browser = Browser.at(this.port).signIn("operator").open(profile);
		browser.in("denylist").tick("E-mail").press("Stop contact by e-mail");
		browser.sees("Contact by e-mail is stopped.").in("denylist").seesTicked("E-mail").seesUnticked("SMS");
		String link = link(browser, profile, "Do not contact");

		Browser recipient = Browser.at(this.port).open(link).seesTicked("E-mail").seesUnticked("SMS");
		recipient.untick("E-mail").tick("SMS").press("Save my choices").sees("Your choices are saved");

		browser = Browser.at(this.port).signIn("operator").open(profile);
		browser.in("denylist")
			.seesUnticked("E-mail")
			.seesTicked("SMS")
			.sees("on page Do not contact v1, by the person themself");
		browser.press("History").arrives(profile + "/history").sees("Do not contact v1").sees("Sofie Maes");
	}

	@Test
	void openingADenylistLinkStopsAllContactAndUndoTakesItBack() {
		String profile = "/profiles/" + this.people.somebody();
		String link = link(Browser.at(this.port).signIn("operator"), profile, "Stop everything");

		Browser recipient = Browser.at(this.port).open(link).sees("We will no longer contact you");
		Browser operator = Browser.at(this.port).signIn("operator").open(profile);
		operator.in("denylist").seesTicked("Any channel").sees("by the person themself");

		recipient = Browser.at(this.port).open(link).sees("already");
	}

	@Test
	void goingBackOrReloadingAfterUndoStopsNothing() {
		ProfileId person = this.people.somebody();
		String profile = "/profiles/" + person;
		String link = link(Browser.at(this.port).signIn("operator"), profile, "Stop everything");

		Browser recipient = Browser.at(this.port).open(link).sees("We will no longer contact you");
		recipient.press("Undo").sees("Everything is back as it was");
		recipient.reloads().lingers(Duration.ofSeconds(2)).sees("Everything is back as it was");
		recipient.goesBack().goesBack().lingers(Duration.ofSeconds(2));
		recipient.open(link).sees("Stop all contact").lingers(Duration.ofSeconds(2)).sees("Stop all contact");
		recipient.reloads().lingers(Duration.ofSeconds(2)).sees("Stop all contact");

		Browser.at(this.port).signIn("operator").open(profile).in("denylist").seesUnticked("Any channel");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void afterAChangeTheFocusIsAtItsBoxAndUndoIsOneClickAway(boolean script) {
		String profile = "/profiles/" + this.people.somebody();
		Browser browser = Browser.at(this.port).javaScript(script).signIn("operator").open(profile);
		browser.in("denylist").tick("SMS").press(script ? "Stop contact by SMS" : "Save who is not contacted");
		browser.sees("Contact by SMS is stopped.").focusIsOn("SMS").in("denylist").seesTicked("SMS");
		browser.in("denylist").untick("SMS").press(script ? "Allow contact by SMS" : "Save who is not contacted");
		browser.sees("The no to SMS is lifted.").focusIsOn("SMS").in("denylist").seesUnticked("SMS");
		browser.press("Undo").sees("Undone: what stood before stands again.").in("denylist").seesTicked("SMS");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatIsDrawnWhenItIsOpenedIsFilledInLikeTheRest(boolean script) {
		String profile = "/profiles/" + this.people.somebody();
		Browser browser = Browser.at(this.port).javaScript(script).signIn("operator").open(profile);
		browser.in("purposes").press("Change, Share with partners");
		if (!script) {
			browser.in("purposes").press("Record what they said");
		}
		browser.in("purposes").tick("They consent").fill("Evidence", "Letter").press("Record this");
		browser.sees("Recorded: consents to sharing with partners.");
		if (!script) {
			browser.press("Show all countries, languages and time zones");
		}
		browser.fill("Country", "Iceland").fill("Time zone", "Atlantic/Reykjavik").press("Save contact details");
		browser.sees("are saved.");
		assertThat(browser.value("Country")).isEqualTo("IS");
	}

	@Test
	void allOfItWorksWithoutJavaScript() {
		ProfileId person = this.people.create(Map.of("firstName", "Odile", "lastName", "Vandermeersch")).id();
		Browser browser = Browser.at(this.port).javaScript(false).signIn("operator").open("/profiles");
		browser.searches("Name, e-mail, mobile or id", "vandermeer")
			.press("Odile Vandermeersch")
			.arrives("/profiles/" + person);
		browser.in("denylist").tick("Post").press("Save who is not contacted");
		browser.sees("Contact by post is stopped.").in("denylist").seesTicked("Post").seesUnticked("E-mail");
		String preferences = link(browser, "/profiles/" + person, "Preferences");
		String stop = link(browser, "/profiles/" + person, "Stop everything");

		Browser recipient = Browser.at(this.port).javaScript(false).open(preferences).seesUnticked("E-mail");
		recipient.tick("E-mail").press("Save my choices").sees("Your choices are saved");
		recipient.open(preferences).seesTicked("E-mail").open(stop).press("Stop all contact");
		recipient.sees("We will no longer contact you").open(preferences).seesUnticked("E-mail");
	}

	/**
	 * The personal link as the console offers it to be copied.
	 */
	private static String link(Browser browser, String profile, String page) {
		return browser.open(profile + "/links").in(page).value("Personal link");
	}

}
