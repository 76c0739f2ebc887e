package dev.sayso;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that whoever owns a site gives a placement fields once, that a marketer writes an
 * offer for it in two languages without seeing HTML, and that programs get both.
 */
@DemoTest
class FieldsJourneyTests {

	@LocalServerPort
	int port;

	@Test
	void aPlacementIsGivenFieldsAndAnOfferIsWrittenInThem() throws Exception {
		String name = "Card " + Long.toString(System.nanoTime(), 36);
		Browser browser = Browser.at(this.port).signIn("marketer").open("/placements/new");
		browser.fill("Name", name).tick("Fields").press("Remove Image").press("Move Button up");
		browser.fill("HTML", "<article><h2>{{fields.heading}}</h2>{{fields.text}} </article>");
		browser.press("Link").seesInFrame("preview", "Ten per cent off until Sunday");
		browser.press("Create placement").sees("Give it").sees("problem");
	}

}
