package dev.sayso.landing.visit;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.landing.UnplacedStops;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class UnplacedStopsTests {

	private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Test
	void aStopWhoseLinkNobodyCanReadIsAnsweredAndCounted() {
		LandingPage page = this.pages.denylist(false);
		ProfileId person = this.people.somebody();
		String link = this.pages.link(page, person);
		assertThat(dashboard()).bodyText().doesNotContain("could not place");
		assertThat(post(link, ONE_CLICK)).hasStatusOk();
		assertThat(dashboard()).bodyText().doesNotContain("could not place");
		assertThat(this.says.find(person).saysNoToAny()).isTrue();
		String forged = link.substring(0, link.length() - 4) + "AAAA";
		for (String path : new String[] { forged, "/p/no-such-page/" + forged.substring(forged.lastIndexOf('/') + 1),
				"/u/AAAA" }) {
			assertThat(post(path, ONE_CLICK)).as(path).hasStatusOk().doesNotContainHeader("Location");
		}
		assertThat(dashboard()).bodyText().contains("Stops we could not place: 3");
		assertThat(this.mvc.get().uri("/?lang=fr").with(SignIn.admin())).bodyText()
			.contains("Arrêts que nous n’avons pas pu attribuer");
		assertThat(post(forged, "channel.any=on")).hasStatus(404);
		assertThat(this.mvc.get().uri(forged)).hasStatus(404);
	}

	private MvcTestResult dashboard() {
		return this.mvc.get().uri("/").with(SignIn.admin()).exchange();
	}

	private MvcTestResult post(String path, String body) {
		return this.mvc.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).content(body).exchange();
	}

}
