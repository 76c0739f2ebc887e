package dev.sayso;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class TelephoneJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void anOperatorFindsAndStopsContactingSomebodyFromATelephone() {
		String profile = "/profiles/" + this.people.somebody();
		Browser browser = Browser.at(this.port).size(390, 844).signIn("operator");
		browser.open("/").press("Open navigation").in("Main").press("Profiles").arrives("/profiles");
		assertThat(browser.layout("tbody tr")).as("a row laid out as a card").isEqualTo("grid");
		browser.open(profile).in("denylist").tick("SMS").press("Stop contact by SMS");
		browser.sees("Contact by SMS is stopped.").in("denylist").seesTicked("SMS").seesUnticked("E-mail");
		assertThat(browser.flaws()).isEmpty();
	}

}
