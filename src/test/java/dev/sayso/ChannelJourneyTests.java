package dev.sayso;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.People;
import dev.sayso.person.Profile;

/**
 * Holds that an administrator who switches a channel on is told whom that moves, and that
 * nobody who said nothing is among them.
 */
@DemoTest
class ChannelJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	RecordSay record;

	@Test
	void aChannelIsSwitchedOnAndOffAgain() {
		journey(Browser.at(this.port).signIn("admin"));
	}

	@Test
	void theSameWithoutJavaScript() {
		journey(Browser.at(this.port).javaScript(false).signIn("admin"));
	}

	private void journey(Browser browser) {
		Profile willing = this.people.create(Map.of("firstName", "Willing"));
		this.record.record(willing.id(),
				Declaration.byOperator(People.OPERATOR, List.of(Statement.of(Purpose.MARKETING_WHATS_APP, Choice.YES)),
						Evidence.NONE.with("letter", "of today")));
		this.people.create(Map.of("firstName", "Silent"));
		browser.open("/settings/channels").tick("WhatsApp").press("Save channels and defaults");
		browser.sees("Before it is saved").sees("Contact by WhatsApp").sees("Allowed for");
		browser.doesNotSee("No longer allowed for").press("Save it").sees("Channels and defaults are saved.");
		browser.open("/settings/channels").untick("WhatsApp").press("Save channels and defaults");
		browser.sees("No longer allowed for").press("Save it").sees("Channels and defaults are saved.");
	}

}
