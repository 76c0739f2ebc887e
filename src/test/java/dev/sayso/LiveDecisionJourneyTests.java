package dev.sayso;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Holds that a marketer comes back to a live decision, tries how a site asks for it, and
 * goes on to its draft.
 */
@DemoTest
class LiveDecisionJourneyTests {

	private static final String HERO = "/decisions/home-hero";

	@LocalServerPort
	int port;

	@Test
	void aCallIsTriedWhereItStands() {
		Browser browser = journey(Browser.at(this.port).signIn("marketer"));
		browser.axe();
	}

	@Test
	void theSameWithoutJavaScript() {
		journey(Browser.at(this.port).javaScript(false).signIn("marketer"));
	}

	private Browser journey(Browser browser) {
		browser.open(HERO).sees("Version 1, since").sees("What people see").sees("How a site asks for it");
		browser.press("Web page").sees("cacheMode: 'disabled'").sees("/subject-keys");
		browser.fill("For whom", "demo-1").press("Try it").sees("The answer with the key").sees("TARGETING_MATCH");
		return browser.arrives(HERO);
	}

}
