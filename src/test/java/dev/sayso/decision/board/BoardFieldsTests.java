package dev.sayso.decision.board;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Representation;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.text.ContentField;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Holds that offers are written field by field on a board, too.
 */
@ProductTest
class BoardFieldsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Placements placements;

	@Autowired
	Offers offers;

	@Test
	void aPlacementMadeThereHasFieldsAndOffersFillThemIn() {
		assertThat(post("/decisions", "name", "Cards", "placement", "Card", "surface", "web", "contentType", "fields"))
			.hasStatus3xxRedirection();
		assertThat(this.placements.get("card").layout().fields()).extracting(ContentField::key)
			.containsExactly("heading", "text", "image", "button", "link");
		MvcTestResult form = this.mvc.get()
			.uri("/decisions/cards/draft?open=offer&placement=card&place=1")
			.with(SignIn.marketer())
			.exchange();
		assertThat(form).hasStatusOk()
			.bodyText()
			.contains("fields[en.heading]", "fields[en.link]")
			.doesNotContain("texts[en]");
		String offers = "/decisions/cards/draft/placements/card/criteria/1/offers";
		MvcTestResult refused = post(offers, "version", "0", "name", "Spring", "fields[en.heading]", "Spring",
				"fields[en.link]", "javascript:x");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Jsoup.parse(text(refused)).select("#f-fields-en-link[aria-invalid=true]")).as(text(refused))
			.hasSize(1);
		assertThat(post(offers, "version", "0", "name", "Spring", "fields[en.heading]", "Spring", "fields[fr.heading]",
				"Printemps", "fields[en.link]", "/spring"))
			.hasStatus3xxRedirection();
		assertThat(this.offers.get("spring").draft().representations())
			.extracting(Representation::language, Representation::main, Representation::fields)
			.containsExactly(tuple("en", true, Map.of("heading", "Spring", "link", "/spring")),
					tuple("fr", false, Map.of("heading", "Printemps")));
	}

	@Test
	void aFallbackThatSaysNothingIsToldAtItsFirstField() {
		post("/decisions", "name", "Cards", "placement", "Card", "surface", "web", "contentType", "fields");
		MvcTestResult refused = post("/decisions/cards/draft/fallback", "placement", "card", "version", "0", "name",
				"Floor", "fields[en.heading]", "", "fields[en.text]", "");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Jsoup.parse(text(refused)).select("#f-fields-en-heading[aria-invalid=true]")).hasSize(1);
	}

	private MvcTestResult post(String path, String... namesAndValues) {
		var request = this.mvc.method(HttpMethod.POST).uri(path).with(SignIn.marketer()).with(csrf());
		for (int at = 0; at < namesAndValues.length; at += 2) {
			request.param(namesAndValues[at], namesAndValues[at + 1]);
		}
		return request.exchange();
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
