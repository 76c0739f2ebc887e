package dev.sayso.offer;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.offer.LanguageReaders.Readers;
import dev.sayso.person.People;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that an administrator says in which languages offers are written, and sees how
 * many people read each.
 */
@ProductTest
class OfferLanguagesTests extends OfferConsole {

	@Autowired
	OfferLanguages languages;

	@Autowired
	LanguageReaders readers;

	@Autowired
	Settings settings;

	@Autowired
	People people;

	@Test
	void readersAreCountedWithTheirRegionAndWithout() {
		for (String language : List.of("nl", "nl-BE", "nl-be", "FR", "fr-CA", "")) {
			this.people.create(Map.of("firstName", "Ann", "language", language));
		}
		Readers counted = this.readers.count(List.of("nl", "nl-BE", "fr-CA", "de"));
		assertThat(counted.people()).isEqualTo(6);
		assertThat(Map.of("nl", counted.count("nl"), "nl-BE", counted.count("nl-BE"), "fr", counted.count("fr"),
				"fr-CA", counted.count("fr-CA"), "de", counted.count("de")))
			.isEqualTo(Map.of("nl", 3L, "nl-BE", 2L, "fr", 2L, "fr-CA", 1L, "de", 0L));
		assertThat(counted.ofNone(List.of("nl", "nl-BE"))).isEqualTo(3);
		assertThat(counted.ofNone(List.of("nl-BE", "fr"))).isEqualTo(2);
		assertThat(counted.ofNone(List.of())).isEqualTo(6);
		assertThat(counted.mostRead(1)).containsExactly("nl");
	}

	@Test
	void theGridHasTheLanguagesOfSettingsAndThoseThatAreWritten() {
		this.samples.placement("web-hero");
		offer("plain", "<p>x</p>");
		assertThat(columns("/offers/plain")).containsExactly("English", "French", "Dutch", "Any language");
		assertThat(save("languages=fr&languages=de&another=pt-br")).hasStatus3xxRedirection();
		assertThat(this.languages.all()).containsExactly("fr", "de", "pt-BR");
		assertThat(post("/offers/plain", write(editor("/offers/plain"), "web-hero.en", "<p>y</p>")))
			.hasStatus3xxRedirection();
		assertThat(columns("/offers/plain")).containsExactly("French", "German", "Portuguese (Brazil)", "English",
				"Any language");
		assertThat(html(get("/activity", SignIn.admin()))).contains("fr, de, pt-BR");
		assertThat(get("/settings/offer-languages", SignIn.admin())).bodyText()
			.contains("1 offer is written in it", "nobody reads it");
	}

	@Test
	void whatIsNoLanguageIsRefusedAndNobodyElseMaySave() {
		for (String form : List.of("another=no tag", "languages=en&another=?", "another=")) {
			assertThat(save(form)).as(form).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		assertThat(save("languages=no tag")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.languages.all()).containsExactly("en", "fr", "nl");
		assertThat(get("/settings/offer-languages", SignIn.marketer())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(html(get("/settings/offer-languages", SignIn.auditor()))).doesNotContain("Save languages");
	}

	@Test
	void aStoreThatHasOffersKeepsWhatItUses() {
		this.samples.placement("web-hero");
		this.management.create("old", false,
				new OfferDraft("Old", "",
						new OfferContent(
								List.of(new Representation("web-hero", "pl", "<p>x</p>", null, null),
										new Representation("web-hero", "", "<p>y</p>", null, null)),
								null, null, null, 0, null, null, false)),
				People.OPERATOR);
		this.languages.keepUsed();
		assertThat(this.settings.get("offer.languages")).hasValue("pl");
		this.languages.set(List.of("en"), People.OPERATOR);
		this.languages.keepUsed();
		assertThat(this.languages.all()).containsExactly("en");
	}

	private List<String> columns(String path) {
		Document page = Jsoup.parse(html(get(path)));
		return page.select("#grid thead th > span:first-child").eachText();
	}

	private MvcTestResult save(String form) {
		var request = this.mvc.method(HttpMethod.POST).uri("/settings/offer-languages").param("_method", "put");
		for (String field : form.split("&")) {
			request = request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
		}
		return request.with(SignIn.admin()).with(SignIn.csrf()).exchange();
	}

}
