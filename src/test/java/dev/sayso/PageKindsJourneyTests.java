package dev.sayso;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of each kind, from nothing until somebody sent its form.
 */
@DemoTest
class PageKindsJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Test
	void aPageOfEachKindIsBuiltPublishedAndSent() {
		Browser marketer = Browser.at(this.port).signIn("marketer");
		build(marketer, "preferences", "Kind of opting in");
		build(marketer, "subscribe", "Kind of subscribing");
		build(marketer, "unsubscribe", "Kind of unsubscribing");
		build(marketer, "all-choices", "Kind of preferring");
		build(marketer, "stop-everything", "Kind of stopping");

		ProfileId person = this.people.create(Map.of("email", "kinds@verel.example")).id();
		Map<String, String> links = new LinkedHashMap<>();
		Browser operator = Browser.at(this.port).signIn("operator").open("/profiles/" + person + "/links");
		for (String kind : new String[] { "opting in", "subscribing", "unsubscribing", "preferring", "stopping" }) {
			links.put(kind, operator.in("Kind of " + kind).value("Personal link"));
		}

		Browser recipient = Browser.at(this.port).open(links.get("opting in"));
		recipient.tick("E-mail").press("Save my choices").sees("Your choices are saved");
		assertThat(said(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.YES);
		recipient.open(links.get("subscribing")).press("Subscribe").sees("You are subscribed");
		recipient.open(links.get("unsubscribing")).press("Unsubscribe").sees("You are unsubscribed");
		recipient.open(links.get("preferring")).seesTicked("E-mail").tick("SMS").untick("E-mail");
		recipient.press("Save my choices").sees("Your choices are saved");
		assertThat(said(person, Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(said(person, Purpose.MARKETING_SMS)).isEqualTo(Choice.YES);
		recipient.open(links.get("stopping")).sees("We will no longer contact you");
		assertThat(said(person, Purpose.MARKETING_ANY)).isEqualTo(Choice.NO);
	}

	private void build(Browser marketer, String template, String name) {
		marketer.open("/landing-pages/new?template=" + template).fill("Name", name);
		marketer.untick("French").untick("Dutch").press("Create the draft");
		if (template.endsWith("subscribe")) {
			marketer.press("Settings").fill("Service", "Monday letter").press("Save the draft");
		}
		marketer.press("Review and publish").press("Publish version 1").sees("Published, version 1");
	}

	private Choice said(ProfileId person, Purpose purpose) {
		Say say = this.says.find(person);
		return say.explicit(purpose);
	}

}
