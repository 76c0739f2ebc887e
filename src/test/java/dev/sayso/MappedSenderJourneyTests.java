package dev.sayso;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import dev.sayso.person.People;
import dev.sayso.person.Profile;

/**
 * A sender that nobody has a form for: mapped, tried, and what it tells seen on the
 * person's page.
 */
@DemoTest
class MappedSenderJourneyTests {

	private static final String SECRET = "the secret of a sender of the test";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void aSenderIsMappedTriedAndTaken() {
		String mark = Long.toString(System.nanoTime());
		String address = "journey-" + mark + "@hearth.example";
		Profile person = this.people.create(Map.of("lastName", "Journey " + mark, "email", address));
		String payload = "{\"data\":[{\"event\":\"dead\",\"email\":\"" + address + "\",\"why\":\"550 5.1.1 nobody\"}]}";
		Browser admin = Browser.at(this.port).signIn("admin").open("/settings/connectors/new?kind=mapped");
		admin.fill("Name", "Sender " + mark)
			.fill("Key", "sender-" + mark)
			.fill("Secret", SECRET)
			.press("Create the connector");
		admin.press("Say where its payloads have what happened").tick("The secret in a header");
		admin.fill("Name of the header", "X-Secret").fill("List of events", "data").fill("What happened", "event");
		admin.fill("Address", "email").fill("Diagnostic", "why").fill("Bounced for good", "dead");
		admin.fill("Payload", payload).press("Try").sees("What the event would do").sees("Address suppressed").axe();
		admin.press("Save mapping").sees("The mapping was saved.");
		RestClient.create("http://localhost:" + this.port)
			.post()
			.uri("/inbound/sender-" + mark)
			.header("X-Secret", SECRET)
			.contentType(MediaType.APPLICATION_JSON)
			.body(payload)
			.retrieve()
			.toBodilessEntity();
		admin.open("/message-events").sees("550 5.1.1 nobody").sees("Sender " + mark).axe();
		admin.open("/profiles/" + person.id() + "/history").sees("Address for e-mail suppressed: hard bounce");
	}

}
