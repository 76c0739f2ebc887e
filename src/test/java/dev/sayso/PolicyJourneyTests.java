package dev.sayso;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.person.People;

/**
 * Follows a consent policy from its draft through the preview into force and out again.
 */
@DemoTest
class PolicyJourneyTests {

	private static final String CITY = "Zegdorp";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void aPolicyIsDraftedPreviewedEnabledAndDisabled() {
		this.people.create(Map.of("city", CITY));
		this.people.create(Map.of("city", CITY));
		Browser browser = Browser.at(this.port).signIn("marketer").open("/policies/new");
		browser.in("if").press("Add a line");
		browser.in("line-0.0.1").fill("What is compared", "City").sees("exactly").fill("Value", CITY);
		browser.in("more").sees("2");
		browser.fill("Name", "Yes in " + CITY).press("Save as a draft").sees("was saved as a draft");
		browser.in("moves").sees("Yes by default");
		browser.press("Enable version 1").sees("is in force, version 1").sees("Enabled since");
		browser.sees("Left out by version 1");
		browser.press("Disable").sees("is no longer in force").sees("Disabled since");
	}

}
