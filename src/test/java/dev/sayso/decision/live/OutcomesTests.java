package dev.sayso.decision.live;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.DecisionSamples;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.outcome.Outcomes;

import static dev.sayso.decision.DecisionSamples.says;
import static dev.sayso.decision.DecisionSamples.scope;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that what came of decisions is shown, taken away and told as it was counted.
 */
@ProductTest
class OutcomesTests {

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	OutcomeViews show;

	@Autowired
	Outcomes outcomes;

	private UUID decision;

	private LocalDate today;

	@BeforeEach
	void aShop() {
		DecisionSamples samples = new DecisionSamples(this.sayso).begin()
			.placement("web", "web", "html")
			.offers(says("plain", "web", "<p>All</p>"))
			.fallback(says("welcome", "web", "<p>Welcome</p>"))
			.collection("all", "plain");
		this.decision = samples.live("hero", "welcome", scope("web", "all")).id();
		this.today = this.outcomes.today();
	}

	@Test
	void whereNothingCameOfItThePageTellsHowItBegins() {
		assertThat(page("/decisions/hero")).contains("Nothing came of it in the last 30 days",
				"/api/v1/propositions/…/events");
		assertThat(page("/decisions")).doesNotContain("in 30 days");
	}

	@Test
	void decisionsThatNobodyTellsMoreOfSaySo() {
		count(0, "plain", "decision", DecisionReason.PICKED, 4);
		assertThat(page("/decisions/hero")).contains("No displays or clicks are reported", "<path class=\"s1\" d=\"M");
		assertThat(page("/decisions")).contains("4 decisions in 30 days");
	}

	@Test
	void ratesAreOfWhatWasCountedInTheDaysShown() {
		some();
		assertThat(page("/decisions/hero?days=7")).contains("Name of plain", "50 %", "33.3 %", "6.1–79.2 %",
				"They have not consented to personalization");
		assertThat(this.show.view(decision(), 7, "", false).all()).isEqualTo(new OutcomesView.Sum(6, 3, 1));
		assertThat(this.show.view(decision(), 7, "", false).fallbacks()).isEqualTo(2);
		assertThat(this.show.view(decision(), 30, "", false).all()).isEqualTo(new OutcomesView.Sum(106, 3, 1));
		assertThat(this.show.view(decision(), 30, "", false).days()).hasSize(30)
			.last()
			.isEqualTo(new OutcomesView.Day(this.today, new OutcomesView.Sum(6, 3, 1), 2));
	}

	@Test
	void theFilesHoldWhatThePageShowsAndNoFormula() {
		some();
		this.jdbc.sql("update offer set name = '=SUM(A1)' where slug = 'plain'").update();
		assertThat(page("/decisions/hero/outcomes.csv?days=7")).isEqualToNormalizingNewlines("""
				\uFEFFPlacement,Offer,Fallback because,Decisions,Displays,Clicks,"Displayed, %","Clicked, %"
				Name of web,'=SUM(A1),,4,3,1,75.0,33.3
				Name of web,Name of welcome,They have not consented to personalization,2,0,0,0.0,
				""");
		String days = page("/decisions/hero/outcomes.csv?days=7&by=day");
		assertThat(days.lines()).hasSize(8).last().isEqualTo(this.today + ",6,3,1,2,50.0,33.3");
		assertThat(page("/decisions/hero/outcomes.csv?days=7&kind=plain")).startsWith("Placement,")
			.contains("Name of web,=SUM(A1),,4,3,1,75.0,33.3");
		assertThat(page("/decisions/hero/outcomes.csv?days=7&by=day&kind=plain")).startsWith("Day,");
		assertThat(page("/decisions/hero")).contains("CSV for programs", "kind=plain", "by=day&amp;kind=plain");
	}

	@Test
	void weeksAddUpToTheDaysShownAndOnePlacementIsLookedAtAlone() {
		some();
		OutcomesView weeks = this.show.view(decision(), 30, "", false);
		assertThat(weeks.stretches()).hasSize(5)
			.last()
			.isEqualTo(new OutcomesView.Stretch(this.today.minusDays(1), this.today, 6, 2));
		assertThat(weeks.stretches().stream().mapToLong(OutcomesView.Stretch::decisions).sum())
			.isEqualTo(weeks.all().decisions());
		assertThat(this.show.view(decision(), 30, "", true).stretches()).hasSize(30);
		assertThat(this.show.view(decision(), 30, "elsewhere", false).isEmpty()).isTrue();
		assertThat(page("/decisions/hero?rows=day&days=90&placement=gone")).contains("Week by week", "106");
	}

	@Test
	void theAddressOfBeforeLeadsToThePage() {
		assertThat(this.mvc.get().uri("/decisions/hero/outcomes?days=90").with(SignIn.auditor()))
			.hasRedirectedUrl("/decisions/hero?days=90");
		assertThat(this.mvc.get().uri("/decisions/hero/outcomes?days=x").with(SignIn.auditor()))
			.hasRedirectedUrl("/decisions/hero");
	}

	@Test
	void theApiTellsTheSame() {
		some();
		assertThat(api("?from=" + this.today + "&to=" + this.today)).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"decision":"hero","from":"%1$s","to":"%1$s","outcomes":[
							{"day":"%1$s","placement":"web","offer":"plain","reason":"PICKED","decisions":4,"displays":3,"clicks":1},
							{"placement":"web","offer":"welcome","reason":"PERSONALIZATION_REFUSED","decisions":2,"displays":0}]}"""
						.formatted(this.today));
		assertThat(api("")).bodyJson().extractingPath("$.outcomes.length()").isEqualTo(3);
		assertThat(api("?from=2026-02-01&to=2026-01-01")).hasStatus(400);
		assertThat(api("?from=2020-02-01&to=2026-01-01")).hasStatus(400);
		assertThat(api("?from=yesterday")).hasStatus(400);
		assertThat(this.mvc.get().uri("/api/v1/decisions/gone/outcomes").header("Authorization", "Bearer decisions"))
			.hasStatus(404);
		assertThat(this.mvc.get().uri("/api/v1/decisions/hero/outcomes").header("Authorization", "Bearer profiles"))
			.hasStatus(403);
	}

	private void some() {
		count(0, "plain", "decision", DecisionReason.PICKED, 4);
		count(0, "plain", "display", DecisionReason.PICKED, 3);
		count(0, "plain", "click", DecisionReason.PICKED, 1);
		count(0, "welcome", "decision", DecisionReason.PERSONALIZATION_REFUSED, 2);
		count(8, "plain", "decision", DecisionReason.PICKED, 100);
		count(31, "plain", "decision", DecisionReason.PICKED, 1000);
	}

	private void count(int daysAgo, String offer, String event, DecisionReason reason, long taken) {
		this.jdbc.sql("""
				insert into outcome_count (on_day, decision_id, placement, offer, event, reason, taken)
				values (:day, :decision, 'web', :offer, :event, :reason, :taken)""")
			.param("day", this.today.minusDays(daysAgo))
			.param("decision", this.decision)
			.param("offer", offer)
			.param("event", event)
			.param("reason", reason.name())
			.param("taken", taken)
			.update();
	}

	private Decision decision() {
		return this.sayso.getBean(Decisions.class).get("hero");
	}

	private MvcTestResult api(String query) {
		return this.mvc.get()
			.uri("/api/v1/decisions/hero/outcomes" + query)
			.header("Authorization", "Bearer decisions")
			.exchange();
	}

	private String page(String path) {
		MvcTestResult answer = this.mvc.get().uri(path).with(SignIn.marketer()).exchange();
		assertThat(answer).as(path).hasStatusOk();
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
