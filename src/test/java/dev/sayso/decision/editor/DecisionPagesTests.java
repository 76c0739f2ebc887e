package dev.sayso.decision.editor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.decision.MakeDecision;
import dev.sayso.offer.Cap;
import dev.sayso.person.People;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

@ProductTest
class DecisionPagesTests {

	private static final String CAPPING = "/offers/rare/capping";

	private static final String SETTINGS = "/settings/decisions";

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	MakeDecision makeDecision;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void offers() {
		new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(says("rare", "web", "Rare").caps(new Cap(Cap.Event.DECISION, false, 2, Cap.Period.DAY),
					new Cap(Cap.Event.DECISION, true, 1, Cap.Period.EVER)), says("free", "web", "Free"))
			.collection("all", "rare")
			.live("hero", "", scope("web", "all"));
	}

	@Test
	void whatIsTakenOfCapsIsSeenAndBeginsAnew() {
		assertThat(this.mvc.get().uri(CAPPING).with(SignIn.marketer())).hasStatusOk()
			.bodyText()
			.contains("At most 2 decisions in all a day", "0 of 2", "At most 1 decision per person for good",
					"Nobody is counted yet");
		decide();
		decide();
		assertThat(this.mvc.get().uri(CAPPING).with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("2 of 2", "Spent", "2 people are counted; spent for 2")
			.doesNotContain("Reset all counters");
		assertThat(decide()).isEqualTo(DecisionReason.CAPPED);
		assertThat(this.mvc.delete().uri(CAPPING).with(SignIn.marketer()).with(csrf())).hasStatus(302)
			.hasRedirectedUrl(CAPPING);
		assertThat(decide()).isEqualTo(DecisionReason.PICKED);
		assertThat(this.mvc.get().uri("/activity").with(SignIn.marketer())).bodyText().contains("counters reset");
		assertThat(this.mvc.get().uri("/offers/free/capping").with(SignIn.marketer())).bodyText()
			.contains("This offer has no caps.")
			.doesNotContain("Reset all counters");
		assertThat(this.mvc.get().uri("/offers/gone/capping").with(SignIn.marketer())).hasStatus(404);
	}

	@Test
	void forHowLongAnswersAreKeptIsASetting() {
		assertThat(this.mvc.get().uri(SETTINGS).with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("value=\"90\"")
			.doesNotContain("btn-primary");
		for (String bad : new String[] { "", "-1", "3651", "soon", "1.5" }) {
			assertThat(save(bad)).as(bad).hasStatus(422).bodyText().contains("f-days-error").doesNotContain("convert");
		}
		assertThat(save("30")).hasStatus(302);
		assertThat(this.mvc.get().uri(SETTINGS).with(SignIn.admin())).bodyText().contains("value=\"30\"");
		assertThat(this.mvc.get().uri("/activity").with(SignIn.admin())).bodyText()
			.contains("Days for which answers are kept");
		assertThat(this.jdbc.sql("select count(*) from audit_entry where subject_type = 'settings'")
			.query(Integer.class)
			.single()).isOne();
		assertThat(save("30")).hasStatus(302);
	}

	private MockMvcTester.MockMvcRequestBuilder save(String days) {
		return this.mvc.put().uri(SETTINGS).param("days", days).with(SignIn.admin()).with(csrf());
	}

	private DecisionReason decide() {
		return this.makeDecision
			.decide(new DecisionRequest(this.people.somebody().toString(),
					java.util.List.of(new DecisionRequest.ScopeReference("hero", null)), null, java.util.Map.of(), null,
					false, false))
			.propositions()
			.get(0)
			.result()
			.reason();
	}

	@Test
	void theKeysThatProgramsAskByStandOnceOnTheLivePage() {
		assertThat(this.mvc.get().uri("/decisions/hero").with(SignIn.marketer())).hasStatusOk()
			.bodyText()
			.contains("data-copy=\"hero\"", "data-copy=\"hero.web\"");
		assertThat(this.mvc.get().uri("/decisions/hero/draft").with(SignIn.marketer())).hasStatusOk()
			.bodyText()
			.doesNotContain("data-copy=");
	}

}
