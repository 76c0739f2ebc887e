package dev.sayso;

import java.net.URI;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the recipe together: a site asks for an offer, the person changes their mind on a
 * page, and the very next answer obeys.
 */
@DemoTest
class RecipeJourneyTests {

	private static final String PERSONALIZATION = "Use what you know about me to choose and fill what I see";

	@LocalServerPort
	int port;

	@Test
	void whoChangesTheirMindOnAPageIsObeyedByTheNextRequest() {
		String person = JsonPath.read(api(HttpMethod.POST, "/profiles", """
				{"externalId":"recipe-1","firstName":"Odile","email":"odile@recipe.example","country":"FR"}"""),
				"$.id");
		fallsBack(person);
		api(HttpMethod.PATCH, "/profiles/" + person + "/consents", "{\"personalize\":{\"content\":{\"val\":\"y\"}}}");
		isOffered(person, "Odile");

		Browser recipient = Browser.at(this.port).open(link(person)).sees("What may we use?");
		recipient.seesTicked(PERSONALIZATION).untick(PERSONALIZATION).press("Save my choices");
		recipient.sees("Your choices are saved");
		assertThat(recipient.text()).containsSubsequence("Personalized content", "Off", "Learned rankings");
		fallsBack(person);

		recipient.press("Undo").sees("Everything is back as it was");
		assertThat(recipient.text()).containsSubsequence("Personalized content", "On", "Learned rankings");
		isOffered(person, "Odile");
		assertThat(api(HttpMethod.GET, "/profiles/" + person + "/ledger", "")).contains("What we may use v1",
				PERSONALIZATION);
	}

	@Test
	void whoConsentsOnThePageIsOfferedWhatReadsTheirName() {
		String person = JsonPath.read(api(HttpMethod.POST, "/profiles", """
				{"externalId":"recipe-2","firstName":"Basile","email":"basile@recipe.example","country":"BE"}"""),
				"$.id");
		Browser recipient = Browser.at(this.port).javaScript(false).open(link(person) + "?lang=fr").speaks("fr");
		recipient.seesUnticked("Utiliser ce que vous savez de moi pour choisir et compléter ce que je vois");
		fallsBack(person);
		recipient.tick("Utiliser ce que vous savez de moi pour choisir et compléter ce que je vois");
		recipient.press("Enregistrer mes choix").sees("Vos choix sont enregistrés").sees("Contenu personnalisé");
		isOffered(person, "Basile");
	}

	@Test
	void whoSaidNothingAndWhoRefusedGetTheFallback() {
		isOffered("externalId:demo-1", "Camille");
		fallsBack("externalId:demo-2");
		fallsBack("externalId:demo-3");
	}

	private void isOffered(String person, String name) {
		String answer = decide(person);
		assertThat(JsonPath.<String>read(answer, "$.propositions[0].reason")).isEqualTo("PICKED");
		assertThat(JsonPath.<String>read(answer, "$.propositions[0].items[0].content")).contains(name);
	}

	private void fallsBack(String person) {
		String answer = decide(person);
		assertThat(JsonPath.<String>read(answer, "$.propositions[0].reason")).isEqualTo("PERSONALIZATION_REFUSED");
		assertThat(JsonPath.<String>read(answer, "$.propositions[0].fallback.offer")).isEqualTo("generic-welcome");
		assertThat(answer).doesNotContain("\"items\"");
	}

	private String decide(String person) {
		return api(HttpMethod.POST, "/decisions", """
				{"profile":"%s","scopes":[{"decision":"home-hero","placement":"web-hero"}],"language":"en"}"""
			.formatted(person));
	}

	/**
	 * The path of a personal link, as a sender asks for it.
	 */
	private String link(String person) {
		String made = api(HttpMethod.POST, "/profiles/" + person + "/links", "{\"page\":\"your-data\"}");
		return URI.create(JsonPath.<String>read(made, "$.url")).getPath();
	}

	private String api(HttpMethod method, String path, String json) {
		String answer = RestClient.create("http://localhost:" + this.port + "/api/v1")
			.method(method)
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer sayso-demo-token")
			.contentType(MediaType.APPLICATION_JSON)
			.body(json)
			.retrieve()
			.body(String.class);
		return String.valueOf(answer);
	}

}
