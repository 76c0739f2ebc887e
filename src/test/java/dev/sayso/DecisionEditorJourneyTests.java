package dev.sayso;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.decision.EditorSamples;

/**
 * Holds that a marketer makes a decision step by step, is told what is missing, and
 * publishes it.
 */
@DemoTest
class DecisionEditorJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	EditorSamples samples;

	private String mark;

	@BeforeEach
	void fill() {
		this.mark = Long.toString(System.nanoTime(), 36);
		this.samples.fill(this.mark);
	}

	@Test
	void aDecisionIsMadeReviewedPublishedAndChanged() {
		journey(Browser.at(this.port).signIn("marketer").open("/decisions"));
	}

	@Test
	void theSameWithoutJavaScript() {
		journey(Browser.at(this.port).javaScript(false).signIn("marketer").open("/decisions"));
	}

	@Test
	void aFormulaIsCheckedWhileItIsWritten() {
		Browser browser = begun(Browser.at(this.port).signIn("marketer").open("/decisions/new"));
		browser.press("Continue to criteria").press("Add a criterion").sees("New criterion");
		browser.tick("By a formula").fill("Formula", "offer.prioriti + 1.0").sees("Did you mean “offer.priority”?");
		browser.fill("Formula", "offer.priority + 1.0").sees("This formula can rank.").axe();
	}

	@Test
	void whoReadsSeesTheTiersAndNoButtons() {
		Browser browser = begun(Browser.at(this.port).signIn("marketer").open("/decisions/new"));
		String criteria = browser.path().replace("/scopes", "/criteria");
		Browser reader = Browser.at(this.port).signIn("auditor").open(criteria).sees("No criteria yet");
		reader.doesNotSee("Add a criterion").doesNotSee("Switch off").axe();
	}

	private void journey(Browser browser) {
		begun(browser.press("New decision"));
		String base = browser.path().replace("/scopes", "");
		browser.press("Continue to criteria").arrives(base + "/criteria").sees("No criteria yet");
		criterion(browser, "Summer " + this.mark).in("criterion-1").sees("Summer").sees("Everybody");
		criterion(browser, "Winter " + this.mark).in("criterion-2").sees("Winter");
		browser.doesNotSee("compete together").press("More for Winter " + this.mark);
		browser.press("Compete with the one above").sees("These two compete together");
		browser.press("Continue to fallback").arrives(base + "/fallback");
		browser.open(base + "/review").sees("There is no fallback").press("Publish version 1");
		browser.sees("It was not published").open(base + "/fallback");
		browser.press("Save and continue to review").sees("Choose a fallback offer.");
		browser.tick("Welcome " + this.mark).press("Save and continue to review").arrives(base + "/review");
		browser.sees("Nothing to fix").press("Publish version 1").sees("is live as version 1");
		browser.open(base + "/draft").fill("Name", "Renamed " + this.mark).press("Save and continue to scopes");
		browser.sees("Draft of version 2").open(base + "/review").sees("How the draft differs from version 1");
		browser.sees("Renamed " + this.mark).press("Publish version 2").sees("is live as version 2");
		browser.open(base + "/versions").in("version-2").sees("Renamed " + this.mark);
		browser.press("Show version 1").sees("It can be read only.").press("Make version 1 the draft");
		browser.sees("The draft is version 1 again").open(base).sees("Draft of version 3").sees("Version 2, since");
	}

	private Browser begun(Browser browser) {
		browser.fill("Name", "Walked " + this.mark).press("Create decision").sees("was created");
		return browser.fill("Placement", "Place " + this.mark + " (Website, HTML)")
			.press("Add scope")
			.sees("no criteria");
	}

	private Browser criterion(Browser browser, String collection) {
		browser.press("Add a criterion").sees("New criterion");
		browser.fill("Collection", collection + (collection.startsWith("Summer") ? " (2 offers)" : " (1 offer)"));
		return browser.press("Add criterion").sees("The criterion was saved.");
	}

}
