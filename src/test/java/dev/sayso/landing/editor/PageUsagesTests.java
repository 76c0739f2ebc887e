package dev.sayso.landing.editor;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.FactUsage.Use;
import dev.sayso.condition.FactUsages;
import dev.sayso.condition.Operator;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageSamples;
import dev.sayso.landing.PublishPage;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the ways on from a page read is in use, in the draft as well as in what readers
 * meet.
 */
@ProductTest
class PageUsagesTests {

	@Autowired
	FactUsages facts;

	@Autowired
	PageManagement management;

	@Autowired
	PublishPage publishing;

	private LandingPage page;

	@BeforeEach
	void page() {
		this.page = this.management.create("used", PageKind.ACQUISITION, "Club", PageSamples.complete(),
				People.OPERATOR);
	}

	@Test
	void whatAWayOnReadsIsInUseUntilNoVersionInForceReadsIt() {
		reads("firstName");
		assertThat(this.facts.find("firstName")).containsExactly(use(0));
		assertThat(this.facts.find("lastName")).isEmpty();
		publish();
		reads("lastName");
		assertThat(this.facts.find("firstName")).containsExactly(use(0));
		assertThat(this.facts.find("lastName")).containsExactly(use(0));
		publish();
		assertThat(this.facts.find("firstName")).isEmpty();
	}

	@Test
	void whatIsThereNoMoreIsCountedAsBroken() {
		reads("attributes.gone");
		publish();
		assertThat(this.facts.find("attributes.gone")).containsExactly(use(2));
	}

	private Use use(int broken) {
		return new Use("landing.use", "Club", "/landing-pages/" + this.page.id(), broken);
	}

	private void reads(String fact) {
		ThankYou.Rule rule = new ThankYou.Rule(ConditionJson.write(new Condition.Comparison(fact, Operator.IS, "Noor")),
				new ThankYou.Way("", "https://club.example/"));
		this.page = this.management.edit(this.page.id(), this.page.version(), this.page.name(), this.page.draft()
			.withBehaviour(this.page.draft().behaviour().withThankYou(ThankYou.OWN_WORDS.withRules(List.of(rule)))),
				People.OPERATOR);
	}

	private void publish() {
		this.page = this.publishing.publish(this.page.id(), this.page.version(), People.OPERATOR);
	}

}
