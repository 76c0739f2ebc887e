package dev.sayso.decision.live;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.person.People;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that each way to ask for a decision is there to copy, and can be tried without
 * counting.
 */
@ProductTest
class SiteCallTests {

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	private DecisionSamples samples;

	@BeforeEach
	void shop() {
		this.samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.placement("app", "app", "json")
			.offers(says("spring", "web", "<p>Spring</p>"), says("app-spring", "app", "{\"title\":\"Spring\"}"))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "spring", "app-spring");
		this.samples.live("hero", "welcome", scope("web", "all"), scope("app", "all"));
		this.people.create(Map.of("externalId", "crm-1", "firstName", "Camille", "lastName", "Lefèvre"));
	}

	@ParameterizedTest
	@EnumSource
	void eachWayIsThereToCopyAndToTry(SiteCall call) {
		String page = page("?call=" + call.key() + "&who=Camille&try=1");
		assertThat(page).contains("data-copy=\"hero\"", "data-copy=\"hero.web\"", "data-copy=\"hero.app\"",
				"data-copy-from=\"#how-0\"", "Tried just now for Camille Lefèvre", "id=\"how-answer-0\"", "spring");
		if (call != SiteCall.BATCH) {
			assertThat(page).contains("externalId:crm-1");
		}
		assertThat(this.samples.counted("decision")).isEmpty();
	}

	@Test
	void withoutAPersonItIsTriedForAVisitor() {
		assertThat(page("?try=1")).contains("Tried just now for a visitor", "\"profile\" : \"unknown\"",
				"externalId:your-customer-number");
		assertThat(page("?call=batch&try=1")).contains("say for whom").doesNotContain("how-answer-0");
		assertThat(page("?who=nobody-has-this-name&try=1")).contains("Nobody is called so.");
		assertThat(page("?call=none&who=%00&placement=%3Cscript%3E")).contains("/api/v1/decisions");
	}

	@Test
	void whomOneLookedForStaysInTheAddresses() {
		assertThat(page("?who=a%2Bb%26c%40posteo.example&days=7")).contains("who=a%2Bb%26c%40posteo.example",
				"/decisions/hero?days=90&who=");
	}

	@Test
	void aPlacementWithJsonIsAskedForByItsOwnKeyAsAnObject() {
		assertThat(page("?call=server&placement=app")).contains("getObjectDetails('hero.app', {},");
		assertThat(page("?call=server")).contains("getStringDetails('hero', '',");
		assertThat(page("?call=web")).contains("cacheMode: 'disabled'", "/subject-keys", "setProviderAndWait");
	}

	private String page(String query) {
		var answer = this.mvc.get().uri(URI.create("/decisions/hero" + query)).with(SignIn.marketer()).exchange();
		assertThat(answer).hasStatusOk();
		return HtmlUtils.htmlUnescape(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
