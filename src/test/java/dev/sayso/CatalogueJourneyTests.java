package dev.sayso;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.offer.collection.CatalogueSamples;

/**
 * Holds that a marketer says where offers show and which go together, and sees what is in
 * it before saving.
 */
@DemoTest
class CatalogueJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	CatalogueSamples samples;

	@BeforeEach
	void fill() {
		this.samples.fill();
	}

	@Test
	void whatIsInACollectionFollowsTheTicks() {
		Browser browser = Browser.at(this.port).signIn("marketer").open("/collections").press("New collection");
		browser.fill("Name", "Ticked by a journey").tick("By qualifiers");
		browser.tick("Name of sunny").in("inside").sees("Name of sunny-sale").sees("1 draft carries them, too");
		browser.tick("Name of plush").in("inside").sees("Name of gold-card");
		browser.fill("Offers that carry", "all of these").in("inside").doesNotSee("Name of gold-card");
		browser.press("Create collection").sees("was created").open("/collections").sees("Ticked by a journey");
	}

	@Test
	void offersAreOrderedByKeyboardAndTheButtonToSaveComes() {
		Browser browser = Browser.at(this.port).signIn("marketer").open("/collections/new");
		browser.fill("Name", "Ordered by a journey").press("Create collection").sees("was created");
		browser.fill("Add an offer by name or key", "sunny-sale").in("found").doesNotSee("gold-card");
		browser.press("Add Name of sunny-sale").focusIsOn("Add an offer by name or key");
		browser.fill("Add an offer by name or key", "gold-card").in("found").press("Add Name of gold-card");
		browser.in("inside").sees("2 offers");
		browser.press("Move Name of gold-card up").focusIsOn("Move Name of gold-card down").types(Keys.ENTER);
		browser.focusIsOn("Move Name of gold-card up").press("Save collection").sees("was saved").axe();
	}

	@Test
	void allOfItWorksWithoutJavaScript() {
		Browser browser = Browser.at(this.port).javaScript(false).signIn("marketer").open("/collections/new");
		browser.fill("Name", "Quiet collection").fill("Add an offer by name or key", "gold-card").press("Search");
		browser.in("picked").sees("Name of gold-card");
		browser.fill("Add an offer by name or key", "sunny-sale").press("Search");
		browser.in("picked").sees("Name of sunny-sale");
		browser.press("Move Name of sunny-sale up").press("Create collection").sees("was created");
		browser.tick("By qualifiers").tick("Name of sunny").press("Show what is in it");
		browser.in("inside").sees("Name of sunny-sale").doesNotSee("Name of gold-card");
		browser.open("/placements/new").fill("Name", "Quiet placement").tick("App").press("Create placement");
		browser.sees("was created").open("/placements").sees("Quiet placement");
	}

}
