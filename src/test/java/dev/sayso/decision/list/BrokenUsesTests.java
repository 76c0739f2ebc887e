package dev.sayso.decision.list;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.audience.Audience;
import dev.sayso.audience.AudienceConsole;
import dev.sayso.audience.Audiences;
import dev.sayso.audience.BuilderForm;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.Representation;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds that a change never breaks what is built on it unnoticed: it is refused with the
 * places, or saved knowingly, and then a live decision that broke is told first.
 */
@ProductTest
class BrokenUsesTests extends AudienceConsole {

	private static final String REFUSED = "built on this could not be evaluated any more: nothing was changed";

	@Autowired
	EditorSamples samples;

	@Autowired
	DecisionManagement decisions;

	@Autowired
	Audiences all;

	@Autowired
	JdbcClient store;

	@BeforeEach
	void fill() {
		this.samples.fill();
	}

	@Test
	void anAudienceThatGrowsIsRefusedWithWhatWouldBreakHoweverFarAway() {
		build();
		MvcTestResult refused = grow(300, false);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Save all the same");
		String told = html(refused);
		int from = told.indexOf("4 things " + REFUSED);
		assertThat(told.substring(from, told.indexOf("</ul>", from)))
			.contains("href=\"/audiences/built\"", "href=\"/audiences/above\"", "href=\"/offers/gold-only\"",
					"href=\"/decisions/first\"")
			.doesNotContain("href=\"/audiences/beside\"");
		assertThat(this.all.get("base").condition()).isEqualTo(ConditionJson.write(Condition.all(country("FR"))));
		assertThat(this.store
			.sql("select count(*) from audience_version v join audience a on a.id = v.audience_id "
					+ "where a.slug = 'base'")
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(page("/")).bodyText().doesNotContain("is broken");
		assertThat(grow(100, false)).hasStatus3xxRedirection();
	}

	@Test
	void savedAllTheSameTheLiveDecisionThatBrokeIsToldFirst() {
		build();
		this.store.sql("insert into unplaced_stop (on_day, stops) values (current_date, 3)").update();
		assertThat(grow(300, true)).hasStatus3xxRedirection();
		String dashboard = html(page("/"));
		String attention = dashboard.substring(dashboard.indexOf("Needs a human eye"));
		assertThat(attention.substring(0, attention.indexOf("</a>")))
			.contains("The live decision Name of first is broken", "2 parts of it", "href=\"/decisions/first\"");
		for (String step : List.of("", "/draft", "/review")) {
			assertThat(page("/decisions/first" + step)).as(step)
				.bodyText()
				.contains("What is live can no longer be evaluated in full", "Criterion 1 on Web hero",
						"href=\"/offers/gold-only\"");
		}
		assertThat(attention).contains("could not place");
		assertThat(grow(1, false)).hasStatus3xxRedirection();
		assertThat(page("/")).bodyText().doesNotContain("is broken");
		assertThat(page("/decisions/first/draft")).bodyText().doesNotContain("can no longer be evaluated");
	}

	@Test
	void whatIsBrokenAlreadyStandsInNobodysWay() {
		build();
		grow(300, true);
		assertThat(grow(301, false)).hasStatus3xxRedirection();
	}

	@Test
	void anAttributeIsDeletedWithWhatIsBuiltOnItOnlyKnowingly() {
		UUID tier = attribute("tier", "TEXT");
		attribute("tier_old", "TEXT");
		audience("gold", new Comparison("attributes.tier", Operator.IS, "gold"));
		audience("other", new Comparison("attributes.tier_old", Operator.IS, "gold"));
		saying("greeting", "<p>{{profile.attributes.tier}}</p>");
		saying("another", "<p>{{profile.attributes.tier_old}}</p>");
		Decision ranked = this.samples.decision("ranked", EditorSamples.content(EditorSamples
			.scope(new Criterion(1, "summer", "", "profile.attributes.tier == \"gold\" ? 1.0 : 2.0", false))));
		this.decisions.publish(ranked.id(), 0, People.OPERATOR);
		assertThat(delete(tier, false)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("3 things " + REFUSED, "href=\"/audiences/gold\"", "href=\"/offers/greeting\"",
					"href=\"/decisions/ranked\"", "Delete all the same", "value=\"tier\"")
			.doesNotContain("href=\"/audiences/other\"", "href=\"/offers/another\"");
		assertThat(names()).contains("tier");
		assertThat(delete(tier, true)).hasStatus3xxRedirection();
		assertThat(names()).containsExactly("tier_old");
	}

	@Test
	void theTypeOfAnAttributeChangesOnlyKnowinglyWhereConditionsCompareIt() {
		UUID points = attribute("points", "NUMBER");
		audience("many", new Comparison("attributes.points", Operator.MORE_THAN, new java.math.BigDecimal(5)));
		assertThat(retype(points, false)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Something " + REFUSED, "href=\"/audiences/many\"", "Save all the same");
		assertThat(retype(points, true)).hasStatus3xxRedirection();
		assertThat(page("/audiences/many")).bodyText().contains("This cannot be compared");
	}

	/** An audience with much built on it, some of it nearly as large as may be. */
	private void build() {
		audience("base", country("FR"));
		Comparison[] lines = Collections.nCopies(251, country("BE")).toArray(Comparison[]::new);
		lines[0] = in("base");
		audience("built", lines);
		audience("above", in("built"));
		audience("beside", in("base"));
		this.samples.approved("gold-only", "Gold only", EditorSamples.offer(50, null, Condition.all(in("above")),
				EditorSamples.said(EditorSamples.HERO, "en")));
		this.samples.collection("gold", "Gold", "gold-only", "summer-sale");
		Decision first = this.samples.decision("first",
				EditorSamples.content(EditorSamples.scope(EditorSamples.criterion(1, "gold", in("above")))));
		this.decisions.publish(first.id(), 0, People.OPERATOR);
	}

	private MvcTestResult grow(int lines, boolean anyway) {
		Audience base = this.all.get("base");
		BuilderForm form = new BuilderForm().set("name", base.name())
			.set("audience", base.id().toString())
			.set("version", String.valueOf(base.version()))
			.set("of.0", "any");
		IntStream.range(0, lines).forEach((line) -> form.line("0." + line, "country", "is", "FR"));
		if (anyway) {
			form.set("anyway", "true");
		}
		return this.mvc.put()
			.uri("/audiences/" + base.id())
			.params(form.fields())
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	private UUID attribute(String name, String type) {
		this.mvc.post()
			.uri("/settings/attributes")
			.param("name", name)
			.param("label", name)
			.param("type", type)
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
		return this.store.sql("select id from attribute where name = ?").param(name).query(UUID.class).single();
	}

	private List<String> names() {
		return this.store.sql("select name from attribute order by name").query(String.class).list();
	}

	private void saying(String slug, String text) {
		this.samples.approved(slug, slug,
				new OfferContent(List.of(new Representation(EditorSamples.HERO, "en", text, null, null)), null, null,
						null, 0, null, null, false));
	}

	private MvcTestResult delete(UUID attribute, boolean anyway) {
		return this.mvc.delete()
			.uri("/settings/attributes/" + attribute)
			.param("name", "tier")
			.param("anyway", String.valueOf(anyway))
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult retype(UUID attribute, boolean anyway) {
		return this.mvc.put()
			.uri("/settings/attributes/" + attribute)
			.param("label", "Points")
			.param("type", "TEXT")
			.param("anyway", String.valueOf(anyway))
			.with(SignIn.admin())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(SignIn.marketer()).exchange();
	}

}
