package dev.sayso.offer;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.ContentField;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Holds that a placement is given fields, and that offers are written field by field.
 */
@ProductTest
class OfferFieldsTests extends OfferConsole {

	@Autowired
	Placements placements;

	@BeforeEach
	void aPlacement() {
		MultiValueMap<String, String> form = form(get("/placements/new"), "/placements");
		set(form, "name", "Card", "contentType", "fields");
		assertThat(post("/placements", form)).hasRedirectedUrl("/placements/card");
	}

	@Test
	void aPlacementBeginsWithFieldsAndATemplateThatFit() {
		Placement card = this.placements.get("card");
		assertThat(card.layout().fields()).extracting(ContentField::key, ContentField::mandatory)
			.startsWith(tuple("heading", true))
			.hasSize(5);
		MultiValueMap<String, String> form = form(get("/placements/card"), "/placements");
		assertThat(post("/placements/card", form)).hasRedirectedUrl("/placements/card");
		assertThat(this.placements.get("card").version()).as("nothing differs").isEqualTo(card.version());
		assertThat(html(get("/activity"))).contains("heading: Heading (heading *, 80)");
	}

	@Test
	void fieldsAreAddedMovedAndTakenOutAndNamedInTheTemplateWithoutJavaScript() {
		MultiValueMap<String, String> form = button("add", form(get("/placements/card"), "/placements"));
		set(form, "fields[5].label", "Badge", "fields[5].key", "badge", "fields[5].kind", "heading",
				"fields[5].longest", "12");
		form = button("insert:badge", button("drop:1", button("down:0", button("up:5", form))));
		assertThat(post("/placements/card", form)).hasRedirectedUrl("/placements/card");
		assertThat(this.placements.get("card").layout().fields()).extracting(ContentField::key)
			.containsExactly("text", "image", "button", "badge", "link");
	}

	private MultiValueMap<String, String> button(String act, MultiValueMap<String, String> form) {
		MultiValueMap<String, String> sent = typed();
		sent.addAll(form);
		sent.set("act", act);
		sent.set("template", sent.getFirst("template").replace("{{fields.heading}}", "Card"));
		return form(post("/placements/card", sent), "/placements");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			fields[0].key | 1st | f-fields-0-key
			fields[0].key | text | f-fields-1-key
			fields[0].label | '' | f-fields-0-label
			fields[0].longest | 5001 | f-fields-0-longest
			fields[0].longest | many | f-fields-0-longest
			template | '' | f-template
			template | {{fields.headng}} | f-template
			template | {{profile.firstName}} | f-template
			template | <script>x</script> | f-template
			template | <a href="{{fields.text}}">x</a> | f-template
			template | {{#fields.text}}<p>{{/fields.text}}</p> | f-template
			""")
	void whatIsWrongIsSaidAtItsPlace(String field, String value, String id) {
		MultiValueMap<String, String> form = set(form(get("/placements/card"), "/placements"), field, value);
		MvcTestResult refused = post("/placements/card", form);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Jsoup.parse(html(refused)).select("#" + id + "[aria-invalid=true]")).as(html(refused)).hasSize(1);
		assertThat(this.placements.get("card").version()).isZero();
	}

	@Test
	void theTemplateIsShownWithSamples() {
		MultiValueMap<String, String> form = form(get("/placements/card"), "/placements");
		MvcTestResult shown = post("/placements/draft/preview", form);
		assertThat(shown).hasStatusOk().containsHeader("Content-Security-Policy");
		assertThat(Jsoup.parse(html(shown)).select("section h2, section img[src=/public/sample.svg], section a"))
			.hasSize(3);
		assertThat(html(post("/placements/draft/preview", set(form, "template", "<b>{{fields.nothing}}</b>"))))
			.contains("fields.nothing", "class=\"faults\"");
	}

	@Test
	void anOfferIsWrittenFieldByFieldInTwoLanguages() {
		MultiValueMap<String, String> form = press(set(editor("/offers/new"), "name", "Spring"), "open:card.en");
		form = fill(form, "card.en", "heading", "Hello {{profile.firstName|you}} & all", "link", "/spring");
		form = press(press(form, "insert:profile.city:text"), "open:card.fr");
		form = press(form, "take:card.en");
		assertThat(form.getFirst(row(form, "card.fr") + ".fields[heading]")).contains("Hello");
		form = fill(form, "card.fr", "heading", "Bonjour <b>", "text", "");
		assertThat(Jsoup.parse(html(post("/offers/preview", form))).select("section h2").text())
			.isEqualTo("Bonjour <b>");
		assertThat(post("/offers", form)).hasStatus3xxRedirection();
		assertThat(draft("spring").representations()).extracting(OfferParts::place, Representation::fields)
			.containsExactly(
					tuple("card.en",
							Map.of("heading", "Hello {{profile.firstName|you}} & all", "link", "/spring", "text",
									"{{profile.city}}")),
					tuple("card.fr", Map.of("heading", "Bonjour <b>", "link", "/spring")));
		Document page = Jsoup.parse(html(get("/offers/spring?shown=card.en")));
		assertThat(page.select("[data-test=personalized]").text()).contains("First name", "City");
		assertThat(page.select("#reads label").text()).contains("First name").contains("City");
		assertThat(post("/offers/spring", editor("/offers/spring"))).hasStatus3xxRedirection();
		assertThat(version(this.offers.get("spring"))).as("nothing differs").isZero();
		approve(this.offers.get("spring"));
		assertThat(html(get("/activity"))).contains("Heading");
	}

	@Test
	void mandatoryAndTooLongAreSaidAtTheirFields() {
		MultiValueMap<String, String> form = press(set(editor("/offers/new"), "name", "Spring"), "open:card.en");
		form = fill(form, "card.en", "button", "b".repeat(41), "link", "javascript:alert(1)");
		MvcTestResult refused = post("/offers", set(form, "then", "approve"));
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Document page = Jsoup.parse(html(refused));
		for (String key : List.of("heading", "button", "link")) {
			assertThat(page.select("#f-texts-0-fields-" + key + "[aria-invalid=true]")).as(key).hasSize(1);
		}
		form.remove("then");
		form = fill(form, "card.en", "button", "Go", "link", "");
		assertThat(post("/offers", form)).as("a draft may wait for it").hasStatus3xxRedirection();
		assertThat(html(get("/offers/spring/approval"))).contains("Fill in “Heading”", "#f-texts-0-fields-heading");
	}

	@Test
	void aChangeOfFieldsSaysWhatItDoesToOffersBeforeItIsSaved() {
		offer("spring", Map.of("heading", "Spring", "button", "To the garden"));
		offer("summer", Map.of("heading", "Summer", "text", "Sun"));
		MultiValueMap<String, String> form = form(get("/placements/card"), "/placements");
		set(form, "fields[1].mandatory", "true", "fields[3].longest", "5", "template", "<h2>{{fields.heading}}</h2>");
		form.remove("fields[4].key");
		form.remove("fields[4].label");
		MvcTestResult asked = post("/placements/card", button("drop:4", form));
		assertThat(asked).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Jsoup.parse(html(asked)).select("[data-test=impact]").text()).contains("1 offer is touched",
				"Text becomes mandatory: 1 offer says nothing in it", "Button changes: in 1 offer");
		assertThat(this.placements.get("card").layout().fields()).hasSize(5);
		MultiValueMap<String, String> again = form(asked, "/placements");
		assertThat(post("/placements/card", set(button("drop:1", again), "accepted", "true")))
			.hasRedirectedUrl("/placements/card");
		assertThat(this.placements.get("card").layout().fields()).hasSize(3);
		MvcTestResult page = get("/offers/summer?shown=card.en");
		assertThat(Jsoup.parse(html(page)).select("[data-test=homeless]").text()).contains("text", "Sun");
		MvcTestResult saved = post("/offers/summer", set(form(page, "/offers"), "description", "Looked at"));
		assertThat(saved).hasStatus3xxRedirection();
		assertThat(draft("summer").representations().get(0).fields()).isEqualTo(Map.of("heading", "Summer"));
		assertThat(html(get("/offers/spring/approval"))).contains("Use at most 5 characters");
	}

	@Test
	void aFallbackReadsNobodyInItsFields() {
		MultiValueMap<String, String> form = press(set(editor("/offers/new?fallback=true"), "name", "Welcome"),
				"open:card.en");
		form = fill(form, "card.en", "heading", "Hello {{profile.firstName|you}}");
		assertThat(post("/offers", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("A fallback is for everybody");
	}

	@Test
	void imagesInFieldsAreAmongThoseOfTheOffer() {
		String name = "0".repeat(32) + ".png";
		Offer offer = offer("spring", Map.of("heading", "Spring", "image", "/images/" + name));
		assertThat(offer.draft().images()).isEqualTo(Set.of(name));
	}

	private Offer offer(String slug, Map<String, String> fields) {
		return this.management.create(slug, false,
				new OfferDraft("Name of " + slug, "",
						new OfferContent(List.of(new Representation("card", "en", "", null, null, true, fields)), null,
								null, null, 0, null, null, false)),
				People.OPERATOR);
	}

	private static MultiValueMap<String, String> fill(MultiValueMap<String, String> form, String place,
			String... keysAndValues) {
		for (int at = 0; at < keysAndValues.length; at += 2) {
			form.set(row(form, place) + ".fields[" + keysAndValues[at] + "]", keysAndValues[at + 1]);
		}
		return form;
	}

}
