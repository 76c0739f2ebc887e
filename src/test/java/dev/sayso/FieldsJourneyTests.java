package dev.sayso;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that whoever owns a site gives a placement fields once, that a marketer writes an
 * offer in them in two languages without seeing HTML, and that programs get both.
 */
@DemoTest
class FieldsJourneyTests {

	@LocalServerPort
	int port;

	@Test
	void aPlacementIsGivenFieldsAndAnOfferIsWrittenInThem() throws Exception {
		String mark = Long.toString(System.nanoTime(), 36);
		Browser browser = Browser.at(this.port).signIn("marketer").open("/placements/new");
		browser.fill("Name", "Card " + mark).tick("Fields").press("Remove Image").press("Move Button up");
		browser.fill("HTML", "<h2>{{fields.heading}}</h2><a href=\"{{fields.link}}\">");
		browser.press("Button").types("</a>");
		browser.seesInFrame("preview", "Ten per cent off until Sunday");
		browser.press("Create placement").sees("was created").axe();
		browser.open("/offers/new").fill("Name", "Garden " + mark).press("Card " + mark + ", English: Write");
		browser.fill("Link", "javascript:alert(1)").fill("Button, at most 40 characters", "To the <garden>");
		browser.press("Create and approve").sees("Fill in “Heading”").sees("not javascript:alert(1)");
		browser.fill("Link", "/garden").fill("Heading, at most 80 characters", "Hello ").press("First name");
		browser.in("personalized").sees("Personalized: reads First name");
		browser.fill("First name, or if it is missing", "you").seesInFrame("preview", "Hello you");
		browser.seesInFrame("preview", "To the <garden>").axe();
		browser.press("Card " + mark + ", French: Reads English").press("Card " + mark + ", English");
		browser.fill("Heading, at most 80 characters", "Bonjour").seesInFrame("preview", "Bonjour");
		browser.press("Create and approve").sees("shows as version 1");
		String answer = decide(publish(mark));
		assertThat(answer).contains("\"contentType\":\"fields\"",
				"\"content\":\"<h2>Bonjour</h2><a href=\\\"/garden\\\">To the &lt;garden&gt;</a>\"",
				"\"fields\":{\"heading\":\"Bonjour\",\"button\":\"To the <garden>\",\"link\":\"/garden\"}");
		browser.open("/placements/card-" + mark).press("Archive").sees("Archived");
	}

	/** A decision that shows it, by the file of the configuration. */
	private String publish(String mark) throws Exception {
		send("PUT", "/api/v1/configuration", """
				{"offers":[{"key":"welcome-%1$s","name":"Welcome %1$s","fallback":true,"status":"approved","texts":[
					{"placement":"card-%1$s","language":"en","main":true,"fields":{"heading":"Welcome"}}]}],
				"decisions":[{"key":"cards-%1$s","name":"Cards %1$s","fallback":"welcome-%1$s","status":"live",
					"scopes":[{"placement":"card-%1$s","criteria":[{"offers":["garden-%1$s"]}]}]}]}""".formatted(mark));
		return "cards-" + mark;
	}

	private String decide(String decision) throws Exception {
		return send("POST", "/api/v1/decisions",
				"{\"profile\":\"externalId:demo-1\",\"language\":\"fr\",\"dryRun\":true,"
						+ "\"scopes\":[{\"decision\":\"" + decision + "\"}]}");
	}

	private String send(String verb, String path, String body) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.header("Authorization", "Bearer sayso-demo-token")
				.header("Content-Type", "application/json")
				.method(verb, HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

}
