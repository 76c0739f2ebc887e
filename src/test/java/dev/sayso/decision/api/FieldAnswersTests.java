package dev.sayso.decision.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.offer.Representation;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.person.People;
import dev.sayso.person.Profile;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that an answer carries the fields of a placement beside what its template makes
 * of them, over each of the ways to ask.
 */
@ProductTest
class FieldAnswersTests {

	private static final ContentLayout LAYOUT = new ContentLayout(
			List.of(new ContentField("heading", "Heading", "heading", true, 80),
					new ContentField("image", "Image", "image", false, 200),
					new ContentField("link", "Link", "link", false, 200)),
			"<h2>{{fields.heading}}</h2>{{#fields.link}}<a href=\"{{fields.link}}\">{{fields.heading}}</a>{{/fields.link}}");

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	RecordSay say;

	@Autowired
	Placements placements;

	DecisionSamples samples;

	@BeforeEach
	void aCard() {
		this.samples = new DecisionSamples(this.sayso).begin().placement("card", "web", "fields");
		this.placements.save(this.placements.get("card").with(LAYOUT));
		this.samples
			.offers(says("spring",
					filled("en",
							Map.of("heading", "Hi {{profile.firstName|you}}", "link",
									"https://shop.example/?for={{profile.externalId}}", "image", "")),
					filled("fr", Map.of("heading", "Bonjour {{profile.firstName|vous}}", "badge", "gone"))),
					says("fixed", filled("", Map.of("heading", "5 < 6 & so on", "image", "/a.png"))))
			.fallback(says("welcome", filled("", Map.of("heading", "Welcome"))))
			.collection("all", "spring", "fixed")
			.collection("personal", "spring");
		this.samples.live("hero", "welcome", scope("card", "all"));
		this.samples.live("greeting", "welcome", scope("card", "personal"));
	}

	private static Representation filled(String language, Map<String, String> fields) {
		return new Representation("card", language, "", null, null, language.equals("en"), fields);
	}

	@Test
	void anAnswerCarriesTheFieldsBesideTheContent() {
		Profile ada = consenting();
		assertThat(
				ask("{\"profile\":\"" + ada.id() + "\",\"language\":\"en\",\"scopes\":[{\"decision\":\"greeting\"}]}"))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"propositions":[{"reason":"PICKED","items":[{"offer":"spring","contentType":"fields",
							"content":"<h2>Hi Ada &amp; &lt;Co&gt;</h2><a href=\\"https://shop.example/?for=a%26b\\">Hi Ada &amp; &lt;Co&gt;</a>",
							"fields":{"heading":"Hi Ada & <Co>","link":"https://shop.example/?for=a%26b"}}]}]}""")
			.doesNotHavePath("$.propositions[0].items[0].fields.image");
		assertThat(
				ask("{\"profile\":\"" + ada.id() + "\",\"language\":\"fr\",\"scopes\":[{\"decision\":\"greeting\"}]}"))
			.bodyJson()
			.extractingPath("$.propositions[0].items[0].fields")
			.isEqualTo(Map.of("heading", "Bonjour Ada & <Co>"));
	}

	@Test
	void whoDoesNotConsentGetsNoFieldThatReadsThem() {
		assertThat(ask("{\"scopes\":[{\"decision\":\"greeting\"}]}")).bodyJson().isLenientlyEqualTo("""
				{"propositions":[{"reason":"PERSONALIZATION_REFUSED",
				"fallback":{"offer":"welcome","content":"<h2>Welcome</h2>","fields":{"heading":"Welcome"}}}]}""");
		assertThat(ask("{\"scopes\":[{\"decision\":\"hero\"}]}")).bodyJson().isLenientlyEqualTo("""
				{"propositions":[{"reason":"PICKED","items":[{"offer":"fixed","content":"<h2>5 &lt; 6 &amp; so on</h2>",
				"fields":{"heading":"5 < 6 & so on","image":"/a.png"}}]}]}""");
	}

	@Test
	void aFlagIsTheContentAndItsMetadataStayFlat() throws Exception {
		MvcTestResult flag = this.mvc.post()
			.uri("/ofrep/v1/evaluate/flags/hero")
			.header("Authorization", "Bearer decisions")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"context\":{\"anonymous\":true}}")
			.exchange();
		String body = flag.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(JsonPath.<Object>read(body, "$.value")).isEqualTo("<h2>5 &lt; 6 &amp; so on</h2>");
		Map<String, Object> metadata = JsonPath.read(body, "$.metadata");
		assertThat(metadata).containsEntry("contentType", "fields")
			.containsEntry("fields.heading", "5 < 6 & so on")
			.containsEntry("fields.image", "/a.png")
			.doesNotContainKey("fields.link");
		assertThat(metadata.values()).noneMatch((value) -> value instanceof Map || value instanceof List);
	}

	private Profile consenting() {
		Profile ada = this.people.create(Map.of("firstName", "Ada & <Co>", "externalId", "a&b"));
		this.say.record(ada.id(), Declaration.bySubject(List.of(Statement.of(Purpose.PERSONALIZE_CONTENT, Choice.YES)),
				Evidence.NONE, "test", null));
		return ada;
	}

	private MvcTestResult ask(String body) {
		return this.mvc.post()
			.uri("/api/v1/decisions")
			.header("Authorization", "Bearer decisions")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
