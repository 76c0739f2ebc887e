package dev.sayso;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.person.People;

/**
 * Holds that a marketer says who is meant, sees how many and who, and takes them along.
 */
@DemoTest
class AudienceJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void threeNestedGroupsAreBuiltByMouse() {
		String city = city("Zonnedorp");
		Browser browser = Browser.at(this.port).signIn("marketer").open("/audiences").press("New audience");
		browser.in("line-0.0").fill("What is compared", "City").sees("exactly").fill("Value", city);
		browser.in("size").sees("3 profiles");
		browser.press("Add a group").focusIsOn("What is compared");
		browser.in("line-0.1.0").fill("What is compared", "First name").sees("exactly").fill("Value", "An");
		browser.in("line-0.1.0").fill("How", "starts with");
		browser.in("size").sees("2 profiles");
		browser.in("group-0.1").press("Group");
		browser.in("line-0.1.1.0").fill("What is compared", "Last name").sees("exactly").fill("Value", "Dubois");
		browser.in("size").sees("3 profiles");
		browser.in("group-0.1.1").press("Group");
		browser.in("line-0.1.1.1.0").fill("Value", "Belgium");
		browser.in("size").sees("2 profiles");
		browser.sees("People whose city is " + city).in("ten").sees("Anna").doesNotSee("Carla");
		browser.fill("Name, address or id", "Carla " + city).press("Explain");
		browser.in("why").sees("Does not hold:").sees("Known: Dubois").sees("Known: France");
		browser.fill("Name", "Nested in " + city).press("Create audience").sees("was created");
		browser.axe().press("People in it").arrives("/profiles").sees("Anna").sees("Anouk").doesNotSee("Carla");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void afterSomebodyWasLookedForTheFocusIsAtTheAnswer(boolean script) {
		String city = city("Waaromdorp");
		Browser browser = Browser.at(this.port)
			.signIn("marketer")
			.javaScript(script)
			.open("/audiences/consents-to-personalization");
		browser.fill("Name, address or id", "Carla " + city).press("Explain").in("verdict").sees("Carla");
		browser.focusIsIn("verdict");
		browser.fill("Name, address or id", city).press("Explain").sees("More than one person was found");
		browser.fill("Name, address or id", "nobody in " + city).press("Explain").focusIsOn("Name, address or id");
		browser.press("Ten others").focusIsOn("Ten others");
	}

	@Test
	void aLineThatIsTakenOutIsAChangeToBeSaved() {
		String city = city("Minderdorp");
		Browser browser = Browser.at(this.port).signIn("marketer").open("/audiences/new");
		browser.in("line-0.0").fill("What is compared", "City").sees("exactly").fill("Value", city);
		browser.press("Add a line").in("line-0.1").fill("Value", "Belgium");
		browser.in("size").sees("2 profiles");
		browser.fill("Name", "Less in " + city).press("Create audience").sees("was created");
		browser.in("line-0.1").press("Remove this line");
		browser.press("Save audience").sees("was saved").in("size").sees("3 profiles");
	}

	@Test
	void theSameByKeyboardAlone() {
		String city = city("Toetsdorp");
		Browser browser = Browser.at(this.port).signIn("marketer").open("/audiences/new");
		browser.tabsTo("What is compared").types("City").in("line-0.0").sees("is");
		browser.in("line-0.0").sees("exactly");
		browser.tabsTo("Value").types(city).in("size").sees("3 profiles");
		browser.tabsTo("Add a group").types(Keys.ENTER).focusIsOn("What is compared").types("First");
		browser.in("line-0.1.0").sees("exactly");
		browser.tabsTo("Value").types("Anna").in("size").sees("1 profile");
		browser.tabsTo("Line").types(Keys.ENTER).focusIsOn("What is compared").types("First");
		browser.in("line-0.1.1").sees("exactly");
		browser.tabsTo("Value").types("Carla").in("size").sees("2 profiles");
		browser.tabsTo("Remove this line").types(Keys.ENTER).in("size").sees("1 profile");
		browser.tabsTo("Name (required)").types("By keys in " + city).types(Keys.ENTER);
		browser.sees("was created").sees("By keys in " + city);
	}

	@Test
	void theMenusOfALongConditionAreWholeWhenTheyAreUsed() {
		String city = city("Langdorp");
		Condition.Comparison french = new Condition.Comparison("country", Operator.IS, "FR");
		String many = ConditionJson
			.write(Condition.any(Collections.nCopies(80, french).toArray(Condition.Comparison[]::new)));
		Browser browser = Browser.at(this.port)
			.signIn("marketer")
			.open("/audiences/new?condition=" + URLEncoder.encode(many, StandardCharsets.UTF_8));
		browser.in("line-0.0").sees("Country").sees("France");
		browser.tabsTo("What is compared").types("City").in("line-0.0").sees("exactly");
		browser.tabsTo("Value").types(city).press("Add a line").focusIsOn("What is compared").types("City");
		browser.in("line-0.80").sees("exactly").fill("Value", city);
		browser.fill("Name", "Long in " + city).press("Create audience").sees("was created").sees(city);
	}

	@Test
	void anAudienceIsAFilterAndAFilterAnAudience() {
		String city = city("Filterdorp");
		Browser browser = Browser.at(this.port).signIn("marketer").open("/profiles?q=" + city);
		browser.press("Save as audience").arrives("/audiences/new").in("size").sees("3 profiles");
		browser.fill("Name", "From the list " + city).press("Create audience").sees("was created");
		String audience = browser.path();
		browser.press("Export").arrives("/exports/new").sees("From the list " + city);
		browser.press("Begin the export").in("progress").sees("Done: 3 people are in the file.");
		browser.open("/activity").sees("exported");
		browser.open(audience).press("More").press("Make a list of who is in it now").sees("Fixed list");
		browser.in("size").sees("3 profiles");
		browser.speaks("en").open(audience + "?lang=fr").speaks("fr").sees("profils").axe();
		browser.open(audience + "?lang=en");
	}

	@Test
	void allOfItWorksWithoutJavaScript() {
		String city = city("Stildorp");
		Browser browser = Browser.at(this.port).javaScript(false).signIn("marketer").open("/audiences/new");
		browser.in("line-0.0").fill("What is compared", "City");
		browser.press("Update").in("line-0.0").fill("Value", city);
		browser.press("Update").in("size").sees("3 profiles");
		browser.press("Add a group").in("line-0.1.0").fill("What is compared", "Consents to personalization");
		browser.press("Update").in("size").sees("0 profiles");
		browser.sees("who consent to personalization");
		browser.in("group-0.1").press("Remove this group");
		browser.fill("Name, address or id", "Anna " + city).press("Explain").sees("is in this audience");
		browser.fill("Name", "Quiet " + city).press("Create audience").sees("was created");
		browser.in("line-0.0").fill("How", "is known");
		browser.press("Save audience").sees("was saved").press("Versions").sees("Version 2").sees("Version 1");
	}

	/**
	 * A city where Anna and Anouk live, and Carla, who is of another country.
	 */
	private String city(String name) {
		String city = name + Long.toString(System.nanoTime(), 36);
		this.people.create(Map.of("firstName", "Anna", "lastName", "Peeters", "city", city, "country", "BE"));
		this.people.create(Map.of("firstName", "Anouk", "lastName", "Dubois", "city", city, "country", "BE"));
		this.people.create(Map.of("firstName", "Carla", "lastName", "Dubois", "city", city, "country", "FR"));
		return city;
	}

}
