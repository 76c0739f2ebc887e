package dev.sayso.landing.configuration;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Says;
import dev.sayso.home.configuration.ConfigurationFiles;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.Pages;
import dev.sayso.landing.PublishPage;
import dev.sayso.person.People;
import dev.sayso.person.Profile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what whoever keeps pages in a file counts on.
 */
@ProductTest
class PagesPartTests {

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	LandingPages pages;

	@Autowired
	Pages samples;

	@Autowired
	PublishPage publish;

	@Autowired
	People people;

	@Autowired
	Says says;

	private ConfigurationFiles files;

	@BeforeEach
	void begin() {
		this.files = new ConfigurationFiles(this.sayso).begin();
	}

	@Test
	void aPageIsPublishedAsTheFileHasItAndWithoutAStatusDrafted() throws Exception {
		assertThat(this.files.put("?dryRun=true", file(""))).bodyText().contains("\"applied\":false", "\"created\"");
		assertThat(this.pages.all()).isEmpty();
		assertThat(this.files.put("", file(""))).hasStatusOk();
		assertThat(this.mvc.get().uri("/p/news")).bodyText().contains("Our news", "By e-mail");
		assertThat(
				this.files.put("", file("").replace("Our news", "Other news").replace("\"status\":\"published\",", "")))
			.bodyText()
			.contains("\"fields\":[\"draft\"]");
		assertThat(this.mvc.get().uri("/p/news")).bodyText().contains("Our news");
		assertThat(this.files.put("", file("").replace("\"status\":\"published\"", "\"status\":\"unpublished\"")))
			.bodyText()
			.contains("\"status\"", "\"draft\"");
		assertThat(this.pages.findBySlug("news").orElseThrow().unpublishedAt()).isNotNull();
		assertThat(this.files.put("", file("\"kind\":\"denylist\",").replace("\"kind\":\"acquisition\",", "")))
			.hasStatus(422)
			.bodyText()
			.contains("/pages/0/kind");
	}

	@Test
	void whatIsWrongIsToldAtItsPlaceAndNothingIsChanged() {
		assertThat(this.files.put("", """
				{"themes":[{"key":"new","name":"X","accent":"#fffffe","font":"comic","logo":"x"}],
				"pages":[{"key":"receipts","name":"X","kind":"poster","status":"on","language":"de","hat":1,
					"texts":{"en":{"privacyNotice":"nowhere"},"de":{}},"colour":"red","theme":"warm","brand":"x\\u0000",
					"blocks":[{"type":"hat"},{"type":"channel","about":"pigeon","meaning":"in-or-out"},
						{"type":"channel","about":"any","meaning":"in-or-out"},{"type":"field"},
						{"type":"heading","about":"email","id":"hat-1"},{"type":"channel","about":"email"}],
					"validity":{"from":"2027-02-01T00:00","to":"2027-01-01T00:00","timeZone":"Europe/Paris"},
					"redirect":"http://shop.example","thankYou":{"page":"a","address":"https://b.example",
						"rules":[{"page":"a"},{"condition":5}]},
					"draft":{"key":"x","name":"X","language":"en","texts":{"en":{}}}}]}""")).hasStatus(422)
			.bodyText()
			.contains("/themes/0/key", "/themes/0/font", "/themes/0/accent", "/pages/0/kind", "/pages/0/status",
					"/pages/0/language", "/pages/0/hat", "/pages/0/texts/en/privacyNotice", "/pages/0/texts/de",
					"/pages/0/colour", "/pages/0/theme", "/pages/0/blocks/0/type", "/pages/0/blocks/1/about",
					"/pages/0/blocks/2/meaning", "/pages/0/blocks/3/about", "/pages/0/blocks/4/about",
					"/pages/0/blocks/4/id", "/pages/0/blocks/5/meaning", "/pages/0/validity/to", "/pages/0/redirect",
					"/pages/0/thankYou/address", "/pages/0/thankYou/rules/0/condition",
					"/pages/0/thankYou/rules/1/condition", "\"/pages/0/draft\"", "/pages/0/brand");
		assertThat(this.files.put("",
				file("\"theme\":\"gone\",\"service\":\"gone\",\"constants\":{\"gone\":\"x\"},"
						+ "\"thankYou\":{\"page\":\"gone\",\"rules\":[{\"condition\":{\"all\":[{\"fact\":\"gone\","
						+ "\"operator\":\"is\",\"value\":1}]}}]},")
					.replace("\"blocks\":[",
							"\"blocks\":[{\"type\":\"service\",\"about\":\"gone\",\"meaning\":\"contact-me\"},"
									+ "{\"type\":\"image\",\"about\":\"0123456789abcdef0123456789abcdef.png\"},"
									+ "{\"type\":\"field\",\"about\":\"attribute.gone\"},")))
			.hasStatus(422)
			.bodyText()
			.contains("/pages/0/theme", "/pages/0/service", "/pages/0/constants/gone",
					"/pages/0/thankYou/rules/0/condition/all/0", "/pages/0/blocks/0/about", "/pages/0/blocks/1/about",
					"/pages/0/blocks/2/about");
		assertThat(this.files.put("", file("").replace("Our news", " ").replace("By e-mail", ""))).hasStatus(422)
			.bodyText()
			.contains("/pages/0/texts/en/title", "/pages/0/blocks/1/texts/en");
		assertThat(this.files.put("", file("\"thankYou\":{\"page\":\"gone\"},"))).hasStatus(422)
			.bodyText()
			.contains("/pages/0/thankYou/page");
		assertThat(this.pages.all()).isEmpty();
	}

	@Test
	void pagesMayLeadToEachOtherInACircleButNotToWhatNobodySees() {
		String one = file("\"thankYou\":{\"page\":\"more\"},");
		String other = file("\"thankYou\":{\"page\":\"news\"},").replace("\"key\":\"news\"", "\"key\":\"more\"");
		String both = one.substring(0, one.length() - 2) + "," + other.substring(other.indexOf('[') + 1);
		assertThat(this.files.put("", both)).hasStatusOk();
		assertThat(this.files.put("", both)).bodyText().doesNotContain("created", "updated");
		this.files.clear();
		assertThat(this.files.put("", both.replaceFirst("\"status\":\"published\",", ""))).hasStatus(422)
			.bodyText()
			.contains("/pages/1/thankYou/page");
		assertThat(this.pages.all()).isEmpty();
	}

	@Test
	void underFourEyesAPageWaitsUntilAnotherPublishesIt() throws Exception {
		String file = file("\"fourEyes\":true,");
		assertThat(this.files.put("", file)).bodyText().contains("\"change\":\"created\"", "\"waits\":true");
		LandingPage page = this.pages.findBySlug("news").orElseThrow();
		assertThat(page.published()).isNull();
		assertThat(page.fourEyes().requestedAt()).isNotNull();
		int audited = this.files.audited();
		assertThat(this.files.put("", file)).bodyText().contains("\"change\":\"none\"", "\"waits\":true");
		assertThat(this.files.audited()).isEqualTo(audited);
		this.publish.publish(page.id(), page.version(), People.OPERATOR);
		assertThat(this.files.put("", file)).bodyText().contains("\"change\":\"none\"").doesNotContain("waits");
		assertThat(this.files.put("", file.replace("Our news", "Other news"))).bodyText()
			.contains("\"fields\":[\"draft\"],\"waits\":true");
		assertThat(this.files.read("?kinds=pages")).contains("\"fourEyes\" : true", "Our news", "Other news");
		assertThat(this.files.put("", file.replace("\"fourEyes\":true", "\"fourEyes\":false"))).hasStatus(422)
			.bodyText()
			.contains("/pages/0/fourEyes");
	}

	@Test
	void aPrunedPageIsTakenBackAndItsLinksGoOnStoppingContact() {
		String stop = file("").replace("in-or-out", "do-not-contact").replace("By e-mail", "No e-mail, please");
		this.files.put("", stop);
		this.files.put("", stop.replace("\"key\":\"news\"", "\"key\":\"later\"").replace("\"published\"", "\"draft\""));
		Profile somebody = this.people.create(Map.of("email", "ana@hearth.example"));
		String link = this.samples.link(this.pages.findBySlug("news").orElseThrow(), somebody.id());
		assertThat(this.files.put("?prune=true", "{\"pages\":[]}")).bodyText()
			.contains("{\"kind\":\"pages\",\"key\":\"news\",\"change\":\"archived\",\"fields\":[\"status\"]}")
			.doesNotContain("later");
		assertThat(this.pages.findBySlug("news").orElseThrow().unpublishedAt()).isNotNull();
		Browse.send(this.mvc, Browse.open(this.mvc, link).tick("channel.email"));
		assertThat(this.says.find(somebody.id()).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
	}

	@Test
	void aTryThatIsRolledBackLeavesNothingInMemory() throws Exception {
		this.files.put("", file(""));
		this.files.put("?dryRun=true", file("").replace("Our news", "Never published"));
		this.files.put("", file("").replace("Our news", "Other news"));
		assertThat(this.mvc.get().uri("/p/news")).bodyText().contains("Other news");
		assertThat(this.files.read("?kinds=pages")).contains("Other news").doesNotContain("Never published");
	}

	private static String file(String more) {
		return """
				{"pages":[{"key":"news","name":"News","kind":"acquisition","status":"published",%s"language":"en",
				"texts":{"en":{"title":"Our news","privacyNotice":"https://shop.example/privacy"}},
				"sender":{"organisation":"Shop","email":"privacy@shop.example"},
				"blocks":[{"type":"field","about":"email"},{"type":"channel","about":"email","meaning":"in-or-out",
					"texts":{"en":{"label":"By e-mail"}}}]}]}""".formatted(more);
	}

}
