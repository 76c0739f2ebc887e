package dev.sayso;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import dev.sayso.contact.text.SignedTexts;
import dev.sayso.person.People;
import dev.sayso.person.Profile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A text that somebody sends back, from the gateway to the console.
 */
@DemoTest
class InboundJourneyTests {

	/** Of the demo's connector, as everybody may know it. */
	private static final String SECRET = "whsec_c2F5c28tZGVtby1pbmJvdW5kLXNlY3JldC0wMDAx";

	@LocalServerPort
	int port;

	@Autowired
	People people;

	@Test
	void aStopByTextIsSeenOnThePersonsPageAndWhatIsUnclearIsDecided() {
		String mark = Long.toString(System.nanoTime());
		String number = "+3247" + mark.substring(mark.length() - 7);
		Profile liesbet = this.people
			.create(Map.of("firstName", "Liesbet", "lastName", "Van " + mark, "mobile", number, "language", "nl"));
		assertThat(text(mark + "-1", number, "Waar is de halte? Ik bedoel de stop.")).contains("\"other\"");
		Browser operator = Browser.at(this.port).signIn("operator").open("/profiles/" + liesbet.id());
		operator.in("No longer contact").seesUnticked("SMS");
		operator.open("/").press("Texts to read").sees("Ik bedoel de stop").sees("Van " + mark);
		assertThat(text(mark + "-2", number, "STOP")).contains("\"stop\"", "Sms START om");
		operator.open("/profiles/" + liesbet.id()).sees("SMS · Demo SMS, by the person themself");
		operator.in("No longer contact").seesTicked("SMS");
		operator.press("History").sees("Opted out of SMS").press("Evidence").sees("“STOP”");
		operator.open("/inbound").in("“Waar is de halte? Ik bedoel de stop.”").press("Nothing to do");
		operator.sees("Left as it is");
		operator.sees("Decided lately").axe();
	}

	private String text(String id, String from, String text) {
		byte[] body = "{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"+32\",\"text\":\"%s\"}".formatted(id, from, text)
			.getBytes(StandardCharsets.UTF_8);
		long now = Instant.now().getEpochSecond();
		return String.valueOf(RestClient.create("http://localhost:" + this.port)
			.post()
			.uri("/inbound/demo-sms")
			.header("webhook-id", id)
			.header("webhook-timestamp", Long.toString(now))
			.header("webhook-signature", "v1," + SignedTexts.sign(id, now, body, SECRET))
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.body(String.class));
	}

}
