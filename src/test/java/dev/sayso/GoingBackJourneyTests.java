package dev.sayso;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goes back to public pages that the browser kept, with and without JavaScript, and says
 * something else there: each say is heard.
 */
@DemoTest
class GoingBackJourneyTests {

	private static final Duration A_MOMENT = Duration.ofSeconds(1);

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	RecordSay record;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void onAPersonalPageEachMindIsHeard(boolean javaScript) {
		ProfileId person = this.people.somebody();
		String link = link(person, "Preferences");
		Browser recipient = Browser.at(this.port).javaScript(javaScript).open(link);
		recipient.untick("E-mail").press("Save my choices").sees("Your choices are saved");
		assertThat(email(person)).isEqualTo(Choice.NO);
		back(recipient, javaScript).tick("E-mail").press("Save my choices").sees("Your choices are saved");
		assertThat(email(person)).isEqualTo(Choice.YES);
		back(recipient, javaScript).untick("E-mail")
			.press("Save my choices")
			.sees("Your choices are saved")
			.sees("Off");
		assertThat(email(person)).isEqualTo(Choice.NO);
		assertThat(this.ledger.list(person, null, 20)
			.stream()
			.filter((entry) -> entry.purpose().equals("marketing.email"))
			.map((entry) -> entry.after())).containsExactly("n", "y", "n");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void onAPublicPageTwoPeopleAreHeard(boolean javaScript) {
		String one = UUID.randomUUID() + "@verel.example";
		String two = UUID.randomUUID() + "@verel.example";
		ProfileId first = this.people.create(Map.of("email", one)).id();
		ProfileId second = this.people.create(Map.of("email", two)).id();
		Browser tablet = Browser.at(this.port).javaScript(javaScript).open("/p/do-not-contact");
		tablet.fill("E-mail address", one).tick("E-mail").lingers(A_MOMENT).press("Save my choices").sees("Thank you");
		back(tablet, javaScript).fill("E-mail address", two).tick("E-mail").lingers(A_MOMENT);
		tablet.press("Save my choices").sees("Thank you").sees("No more");
		assertThat(email(first)).isEqualTo(Choice.NO);
		assertThat(email(second)).isEqualTo(Choice.NO);
	}

	@Test
	void onADenylistPageNothingIsStoppedByGoingBack() {
		ProfileId person = this.people.somebody();
		String link = link(person, "Stop everything");
		Browser recipient = Browser.at(this.port).open(link);
		recipient.sees("We will no longer contact you").press("Undo").sees("Everything is back as it was");
		recipient.goesBack().lingers(Duration.ofSeconds(3)).goesBack().lingers(Duration.ofSeconds(3));
		assertThat(this.says.find(person).saysNoToAny()).isFalse();
	}

	@Test
	void onADenylistPageWithoutJavaScriptItsButtonStopsAgainWhatWasUndone() {
		ProfileId person = this.people.somebody();
		String link = link(person, "Stop everything");
		Browser recipient = Browser.at(this.port).javaScript(false).open(link);
		recipient.press("Stop all contact").sees("We will no longer contact you").press("Undo");
		recipient.sees("Everything is back as it was").goesBack().goesBack().press("Stop all contact");
		recipient.sees("We will no longer contact you");
		assertThat(this.says.find(person).saysNoToAny()).isTrue();
	}

	@Test
	void whatAVisitorAskedForIsConfirmedFromTheListToTheLedger() {
		String address = UUID.randomUUID() + "@verel.example";
		ProfileId person = this.people
			.create(Map.of("email", address, "firstName", "Ottilie", "lastName", "Waits" + address.substring(0, 8)))
			.id();
		this.record.record(person, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)),
				Evidence.NONE.with("identified", true), "Stop everything v1", null));
		Browser visitor = Browser.at(this.port).open("/p/preferences").fill("E-mail address", address).tick("E-mail");
		visitor.lingers(A_MOMENT).press("Save my choices").sees("Thank you").sees("Yes, please");
		assertThat(this.says.find(person).saysNoToAny()).isTrue();

		String name = "Ottilie Waits" + address.substring(0, 8);
		Browser operator = Browser.at(this.port).signIn("operator").open("/confirmations");
		while (!operator.text().contains(name)) {
			operator.press("Next");
		}
		operator.press(name).sees(address).sees("Lifts a no: Any channel, since").sees("Stop everything v1");
		operator.fill("What proves that they confirmed it", "Recorded call").fill("Reference", "Call 4711");
		operator.press("Confirm what is ticked").sees("Say why: this lifts a no.");
		assertThat(operator.value("Reference")).isEqualTo("Call 4711");
		operator.fill("Reason, since this lifts a no", "They called us back").press("Confirm what is ticked");
		operator.sees("Confirmed for " + name);
		assertThat(email(person)).isEqualTo(Choice.YES);
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_ANY)).isEqualTo(Choice.UNKNOWN);
		assertThat(this.says.find(person).get(Purpose.MARKETING_SMS).orElseThrow().own()).isTrue();
		assertThat(this.ledger.list(person, null, 1).get(0).evidence().facts()).containsEntry("reference", "Call 4711");
		operator.open("/profiles/" + person + "/history").sees("They called us back");
	}

	/**
	 * Goes back; a page that is asked for anew takes a moment.
	 */
	private static Browser back(Browser browser, boolean javaScript) {
		browser.goesBack();
		return javaScript ? browser.lingers(A_MOMENT) : browser;
	}

	private Choice email(ProfileId person) {
		return this.says.find(person).explicit(Purpose.MARKETING_EMAIL);
	}

	private String link(ProfileId person, String page) {
		return Browser.at(this.port)
			.signIn("operator")
			.open("/profiles/" + person + "/links")
			.in(page)
			.value("Personal link");
	}

}
