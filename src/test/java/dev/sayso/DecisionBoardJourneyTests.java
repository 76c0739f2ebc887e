package dev.sayso;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a marketer makes a decision in one sitting, each thing where it is missed,
 * and how many clicks and pages that takes.
 */
@DemoTest
class DecisionBoardJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	EditorSamples samples;

	@Autowired
	Decisions decisions;

	@Autowired
	DecisionManagement management;

	private String mark;

	private int clicks;

	private int pages;

	@BeforeEach
	void mark() {
		this.mark = Long.toString(System.nanoTime(), 36);
	}

	/** Nothing but the audience that every store has is there before. */
	@Test
	void fromNothingToLiveTakesFewClicksAndPages() {
		Browser browser = fromNothingToLive(Browser.at(this.port).signIn("marketer").open("/"));
		assertThat(this.clicks).isLessThanOrEqualTo(20);
		assertThat(this.pages).isLessThanOrEqualTo(6);
		browser.axe();
	}

	@Test
	void theSameWithoutJavaScript() {
		fromNothingToLive(Browser.at(this.port).javaScript(false).signIn("marketer").open("/"));
		assertThat(this.pages).isLessThanOrEqualTo(14);
	}

	@Test
	void aBoardIsRearrangedInItsPlaceAndChangedWhileItIsLive() {
		this.samples.fill(this.mark);
		rearranged(Browser.at(this.port).signIn("marketer").open("/decisions/new"));
	}

	@Test
	void aFormulaIsCheckedWhileItIsWritten() {
		this.samples.fill(this.mark);
		Browser browser = begun(Browser.at(this.port).signIn("marketer").open("/decisions/new"));
		summer(browser);
		browser.press("priority").tick("By a formula").fill("Formula", "offer.prioriti + 1.0");
		browser.sees("Did you mean “offer.priority”?");
		browser.fill("Formula", "1.0 + ")
			.press("offer.priority")
			.sees("This formula can rank.")
			.sees("goes first")
			.axe();
		browser.tick("Its priority counts").press("Save ranking").in("criterion-1").sees("ranked by formula");
	}

	@Test
	void whatSomebodyElseSavedMeanwhileIsShownInItsPlaceAndWhatWasTypedStays() {
		this.samples.fill(this.mark);
		Browser browser = begun(Browser.at(this.port).signIn("marketer").open("/decisions/new"));
		Decision begun = this.decisions.get(browser.path().split("/")[2]);
		browser.press("Offer to Place " + this.mark + ", criterion 1").fill("Name", "Late " + this.mark);
		this.management.edit(begun.id(), 0, "Renamed " + this.mark, "", begun.draft(), People.OPERATOR);
		browser.press("Add offer").sees("Somebody else saved this").sees("Renamed " + this.mark);
		browser.press("Add offer").in("criterion-1").sees("Late " + this.mark).sees("nobody");
	}

	@Test
	void whoReadsSeesTheLadderAndNoButtons() {
		this.samples.fill(this.mark);
		Browser browser = begun(Browser.at(this.port).signIn("marketer").open("/decisions/new"));
		String board = browser.path();
		Browser reader = Browser.at(this.port).signIn("auditor").open(board).sees("No offer yet");
		reader.doesNotSee("Switch off").doesNotSee("Write the fallback").axe();
	}

	private Browser fromNothingToLive(Browser browser) {
		this.pages = 0;
		counted(browser);
		press(browser, "Decisions");
		press(browser, "New decision");
		browser.fill("Name", "Counted " + this.mark).fill("Name of the placement", "Corner " + this.mark);
		press(browser, "Create decision");
		offer(browser, "Lamp", "Add and write another");
		offer(browser, "Chair", "Add and write another");
		offer(browser, "Table", "Add offer");
		browser.in("criterion-1").sees("Lamp").sees("Chair").sees("Table");
		press(browser, "everybody");
		tick(browser, "People in audiences");
		tick(browser, "Consents to personalization = true");
		press(browser, "Save whom it is for");
		browser.in("criterion-1").sees("Consents to personalization");
		press(browser, "Write the fallback");
		browser.fill("Name", "Welcome " + this.mark).fill("English text", "Welcome").fill("French text", "Bienvenue");
		press(browser, "Add fallback");
		browser.in("floor").sees("Welcome " + this.mark);
		press(browser, "Review and publish");
		browser.sees("Nothing to fix");
		press(browser, "Publish version 1");
		return browser.sees("is live as version 1");
	}

	private void offer(Browser browser, String name, String button) {
		browser.in("new-offer").fill("Name", name + " " + this.mark);
		browser.in("new-offer").fill("English text", "A " + name).fill("French text", "Le " + name);
		press(browser, button);
		browser.sees(name + " " + this.mark);
	}

	private void press(Browser browser, String name) {
		browser.press(name);
		this.clicks++;
		counted(browser);
	}

	private void tick(Browser browser, String box) {
		browser.tick(box);
		this.clicks++;
	}

	private void counted(Browser browser) {
		this.pages += browser.isAnotherPage() ? 1 : 0;
	}

	private Browser begun(Browser browser) {
		browser.fill("Name", "Walked " + this.mark)
			.fill("An existing placement", "Place " + this.mark + " (Website, HTML)")
			.press("Create decision");
		return browser.sees("was created").press("Cancel").sees("No offer yet");
	}

	private void summer(Browser browser) {
		browser.press("More for Place " + this.mark + ", criterion 1").press("Where its offers come from");
		browser.tick("A collection").fill("Collection", "Summer " + this.mark + " (2 offers)").press("Save offers");
		browser.in("criterion-1").sees("Summer " + this.mark).sees("One " + this.mark);
	}

	private void rearranged(Browser browser) {
		begun(browser);
		String base = browser.path().replace("/draft", "");
		summer(browser);
		browser.in("criterion-1").press("everybody");
		browser.tick("A condition").in("line-0.0").fill("What is compared", "City").sees("exactly");
		browser.in("line-0.0").fill("Value", "Gent");
		browser.fill("Keep as an audience called", "Ghent " + this.mark).press("Save whom it is for");
		browser.in("criterion-1").sees("Ghent " + this.mark);
		browser.press("Criterion on Place " + this.mark).in("criterion-2").sees("No offer yet");
		browser.in("criterion-2").press("Offer to Place " + this.mark + ", criterion 2");
		browser.press("Existing offers").fill("Find an offer by its name", "Three " + this.mark);
		browser.tick("Three " + this.mark).press("Add the ticked ones");
		browser.in("criterion-2").sees("Three " + this.mark);
		browser.press("More for Place " + this.mark + ", criterion 2").press("Compete with the one above");
		browser.sees("These two compete together").press("Write the fallback").press("Existing fallbacks");
		browser.press("Choose this fallback").sees("Choose a fallback offer.");
		browser.tick("Welcome " + this.mark).press("Choose this fallback");
		browser.in("floor").sees("Welcome " + this.mark);
		browser.press("Review and publish").press("Publish version 1").sees("is live as version 1");
		browser.open(base + "/draft").press("Change Name, validity and actions");
		browser.fill("Name", "Renamed " + this.mark).press("Save details").sees("Draft of version 2");
		browser.open(base + "/review").sees("How the draft differs from version 1").sees("Renamed " + this.mark);
		browser.press("Publish version 2").sees("is live as version 2");
		browser.open(base + "/versions").in("version-2").sees("Renamed " + this.mark);
		browser.press("Show version 1").sees("It can be read only.").press("Make version 1 the draft");
		browser.sees("The draft is version 1 again");
	}

}
