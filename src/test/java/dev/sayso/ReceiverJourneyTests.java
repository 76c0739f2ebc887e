package dev.sayso;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A receiver that is late is seen on the first page, and another is set up and removed.
 */
@DemoTest
class ReceiverJourneyTests {

	@LocalServerPort
	int port;

	@Test
	void whoIsLateIsSeenFirstAndWhoIsNewGetsASecret() {
		Browser browser = Browser.at(this.port).signIn("admin").open("/").sees("Call centre: 2 noes overdue");
		browser.press("Call centre: 2 noes overdue")
			.sees("Not done yet, overdue first")
			.sees("Written down with your name");
		browser.open("/receivers/new")
			.fill("Name", "Loyalty scheme")
			.fill("Address", "https://hooks.verel.example/sayso")
			.press("Add this receiver");
		browser.sees("Copy this secret now").press("I have it").sees("Check the signature").press("Pause");
		browser.sees("is told nothing until somebody resumes it").press("Remove this receiver").press("Remove it");
		browser.sees("Loyalty scheme was removed");
	}

}
