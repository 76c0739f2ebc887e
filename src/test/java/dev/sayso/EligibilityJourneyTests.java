package dev.sayso;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a form of any room says whom something is for.
 */
@DemoTest
class EligibilityJourneyTests {

	private static final String PAGE = "/audiences/samples/eligibility";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void eachChoiceShowsItsPartAndHowManyItMeans() {
		String city = city("Kiesdorp");
		Browser browser = Browser.at(this.port).signIn("marketer").open(PAGE + "?kept=").sees("Everybody");
		browser.doesNotSee("In all of these").doesNotSee("Add a line");
		browser.tick("People in audiences").sees("In all of these").doesNotSee("Add a line").sees("Nobody");
		browser.tick("Loyal in France and Belgium").sees("who are in the audience Loyal in France and Belgium.");
		browser.tick("Birthday this month").sees("either").tick("In all of these").doesNotSee("either");
		browser.press("Save audience").seesTicked("People in audiences").seesTicked("In all of these");
		browser.seesTicked("Birthday this month").seesUnticked("Consents to personalization");
		browser.tick("A condition").doesNotSee("In all of these");
		browser.in("line-0.0").press("Remove this line");
		browser.in("line-0.0").fill("What is compared", "City").sees("exactly").fill("Value", city);
		browser.in("size").sees("2 profiles");
		browser.press("Add a group").focusIsOn("What is compared");
		browser.in("line-0.1.0").fill("Value", "Belgium");
		browser.in("size").sees("1 profile");
		browser.press("Save audience").sees("People in Belgium whose city is " + city);
		browser.in("group-0.1").press("Remove this group");
		browser.press("Save audience").doesNotSee("Belgium whose").in("size").sees("2 profiles");
	}

	@Test
	void allOfItWorksWithoutJavaScript() {
		String city = city("Stilkiesdorp");
		Browser browser = Browser.at(this.port).javaScript(false).signIn("marketer").open(PAGE + "?kept=");
		browser.tick("People in audiences").press("Save audience").sees("Tick an audience, or choose everybody.");
		browser.tick("Birthday this month").press("Update").sees("who are in the audience Birthday this month");
		browser.tick("A condition").in("line-0.0").fill("What is compared", "City");
		browser.press("Update").in("line-0.0").fill("Value", city);
		browser.press("Add a line").in("size").sees("2 profiles");
		browser.press("Save audience").sees("A value is missing");
		browser.in("line-0.1").press("Remove this line");
		browser.press("Save audience").doesNotSee("A value is missing").in("size").sees("2 profiles");
	}

	@Test
	void itShutsNobodyOut() {
		Browser browser = Browser.at(this.port).signIn("marketer");
		List<String> found = new ArrayList<>();
		for (String kept : List.of("", "{'any':[{'fact':'audiences.gone','operator':'is','value':true}]}",
				"{'all':[{'fact':'country','operator':'is','value':'FR'},{'none':[{'fact':'gone','operator':'isSet'}]}]}")) {
			found.addAll(
					browser.open(PAGE + "?kept=" + URLEncoder.encode(kept.replace('\'', '"'), StandardCharsets.UTF_8))
						.flawsOfEveryLook());
		}
		assertThat(found).isEmpty();
	}

	/**
	 * A city where Anna lives, and Carla, who is of another country.
	 */
	private String city(String name) {
		String city = name + Long.toString(System.nanoTime(), 36);
		this.people.create(Map.of("firstName", "Anna", "lastName", "Peeters", "city", city, "country", "BE"));
		this.people.create(Map.of("firstName", "Carla", "lastName", "Dubois", "city", city, "country", "FR"));
		return city;
	}

}
