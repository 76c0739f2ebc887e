package dev.sayso.landing.sharing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class PageLinkColumnTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Test
	void aMarketerTakesEverybodysOwnLinkForAMailing() throws Exception {
		LandingPage page = this.pages.denylist(true);
		String name = "Mailed" + System.nanoTime();
		ProfileId ann = this.people.create(Map.of("firstName", "Ann", "lastName", name)).id();
		ProfileId ben = this.people.create(Map.of("firstName", "Ben", "lastName", name)).id();
		for (String format : List.of("plain_csv", "ndjson")) {
			String file = export(page.slug(), name, format, SignIn.marketer()).getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
			for (ProfileId person : List.of(ann, ben)) {
				String line = file.lines().filter((row) -> row.contains(person.toString())).findFirst().orElseThrow();
				String path = line.replaceFirst(".*(/p/" + page.slug() + "/[\\w-]+).*", "$1");
				Browse.send(this.mvc, Browse.open(this.mvc, path));
				assertThat(this.mvc.get().uri("/profiles/" + person + "/history").with(SignIn.operator())).bodyText()
					.contains("Said no to every channel");
			}
		}
		assertThat(this.mvc.get().uri("/activity?type=export").with(SignIn.auditor())).bodyText().contains("links");
	}

	@Test
	void nobodyElseTakesLinksNorDoesAnybodyWherePagesLeadNowhere() {
		LandingPage page = this.pages.denylist(true);
		String name = "Nobody" + System.nanoTime();
		for (RequestPostProcessor who : List.of(SignIn.operator(), SignIn.auditor())) {
			assertThat(export(page.slug(), name, "csv", who)).redirectedUrl().startsWith("/exports/new");
			assertThat(this.mvc.get().uri("/exports/new").with(who)).bodyText()
				.doesNotContain("A link for each person");
		}
		assertThat(export("no-such-page", name, "csv", SignIn.marketer())).redirectedUrl().startsWith("/exports/new");
		assertThat(this.mvc.get().uri("/exports/new").with(SignIn.marketer())).bodyText()
			.contains("A link for each person", "value=\"" + page.slug() + "\"");
	}

	@Test
	void aFileWithLinksIsTakenAgainOnlyByWhoMayTakeOne() {
		LandingPage page = this.pages.denylist(true);
		String export = this.mvc.post()
			.uri("/exports")
			.param("query", "q=nobody-at-all")
			.param("links", page.slug())
			.param("watched", "true")
			.with(SignIn.csrf())
			.with(SignIn.marketer())
			.exchange()
			.getResponse()
			.getRedirectedUrl();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.mvc.get().uri(export).with(SignIn.marketer())).bodyText()
				.contains(export + "/file"));
		assertThat(this.mvc.get().uri(export + "/file").with(SignIn.operator())).redirectedUrl().isEqualTo(export);
		assertThat(this.mvc.get().uri(export).with(SignIn.operator())).bodyText()
			.contains("only marketers and administrators")
			.doesNotContain(export + "/file");
		assertThat(this.mvc.get().uri(export + "/file").with(SignIn.marketer())).hasStatusOk();
	}

	private MvcTestResult export(String links, String name, String format, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/exports")
			.param("query", "q=" + name)
			.param("format", format)
			.param("links", links)
			.with(SignIn.csrf())
			.with(who)
			.exchange();
	}

}
