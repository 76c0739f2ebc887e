package dev.sayso;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

/**
 * Somebody asks how it came that a person may not be contacted, with the keys alone.
 */
@DemoTest
class ContactPanelJourneyTests {

	private static final String SLIDER = "Move through the changes: arrows go from one to the next, Page keys by month";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	RecordSay record;

	@Test
	void theArrowsGoFromChangeToChangeAndBackToNow() {
		ProfileId person = this.people.somebody();
		say(person, Choice.YES);
		say(person, Choice.NO);
		Browser auditor = Browser.at(this.port).signIn("auditor").open("/profiles/" + person + "/contact");
		auditor.in("lanes").sees("SMS");
		auditor.doesNotSee("Back to now").tabsTo(SLIDER).types(Keys.ARROW_LEFT);
		auditor.sees("Back to now").focusIsOn(SLIDER).types(Keys.ARROW_LEFT);
		auditor.focusIsOn(SLIDER).sees("Back to now").types(Keys.PAGE_UP);
		auditor.doesNotSee("Back to now").focusIsOn(SLIDER);
		auditor.types(Keys.ARROW_LEFT).sees("Back to now").press("Back to now").doesNotSee("As of 3");
	}

	private void say(ProfileId person, Choice choice) {
		this.record.record(person,
				Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_SMS, choice)), Evidence.NONE, null, null));
	}

}
