package dev.sayso.decision.api;

import java.util.Map;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import dev.sayso.ProductTest;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.person.People;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * OpenFeature's own provider for Java asks as the page of a decision has it.
 */
@ProductTest
class JavaProviderTests {

	@Autowired
	ApplicationContext sayso;

	@Autowired
	People people;

	@LocalServerPort
	int port;

	private DecisionSamples samples;

	@BeforeEach
	void provider() {
		this.samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.placement("app", "app", "json")
			.offers(says("spring", "web", "<p>Spring</p>"), says("app-spring", "app", "{\"title\":\"Spring\"}"))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "spring", "app-spring");
		this.samples.live("hero", "welcome", scope("web", "all"), scope("app", "all"));
		this.people.create(Map.of("externalId", "crm-1"));
		OpenFeatureAPI.getInstance()
			.setProviderAndWait(OfrepProvider.constructProvider(OfrepProviderOptions.builder()
				.baseUrl("http://localhost:" + this.port)
				.headers(ImmutableMap.of("Authorization", ImmutableList.of("Bearer decisions")))
				.build()));
	}

	@AfterEach
	void over() {
		OpenFeatureAPI.getInstance().shutdown();
	}

	@Test
	void aFlagIsTheBestOfferForThePersonAndCounts() {
		Client client = OpenFeatureAPI.getInstance().getClient();
		FlagEvaluationDetails<String> hero = client.getStringDetails("hero", "otherwise",
				new ImmutableContext("externalId:crm-1"));
		assertThat(hero.getValue()).isEqualTo("<p>Spring</p>");
		assertThat(hero.getVariant()).isEqualTo("spring");
		assertThat(hero.getReason()).isEqualTo("TARGETING_MATCH");
		assertThat(hero.getFlagMetadata().getString("proposition")).isNotEmpty();
		assertThat(this.samples.counted("decision")).isEqualTo(Map.of("spring", 1L));
		assertThat(client.getStringValue("gone", "otherwise", new ImmutableContext("externalId:crm-1")))
			.isEqualTo("otherwise");
	}

}
