package dev.sayso.decision.strategy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.decision.editor.DecisionFourEyes;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.review.DecisionFinding;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.home.configuration.ConfigurationFiles;
import dev.sayso.offer.collection.Collections;
import dev.sayso.offer.placement.Placements;
import dev.sayso.person.People;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.Flash;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds how criteria become strategies, what a change of one does and says before, and
 * how one is taken apart, copied and put away.
 */
@ProductTest
class StrategiesTests {

	private static final String FIRST = "/draft/placements/web-hero/criteria/1/strategy";

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	EditorSamples samples;

	@Autowired
	Strategies strategies;

	@Autowired
	Decisions decisions;

	@Autowired
	DecisionManagement management;

	@Autowired
	DecisionFourEyes eyes;

	@Autowired
	DecisionReview review;

	@Autowired
	LiveCatalogue live;

	@Autowired
	Placements placements;

	@Autowired
	Collections collections;

	@BeforeEach
	void fill() {
		this.samples.fill();
	}

	@Test
	void aCriterionIsNamedUsedBySeveralAndChangedOnceAndTheyAreToldBefore() {
		this.samples.ready("first");
		this.samples.ready("second");
		this.samples.ready("third");
		assertThat(get("/decisions/first/draft?open=strategy&placement=web-hero&place=1")).bodyText()
			.contains("Give it a name")
			.doesNotContain("Make it this criterion");
		assertThat(put("/decisions/first" + FIRST, "version", "0", "says", "named", "name", "Été d’abord"))
			.hasRedirectedUrl("/decisions/first/draft#criterion-web-hero-1");
		Strategy made = this.strategies.get("ete-d-abord");
		assertThat(made.criterion()).isEqualTo(EditorSamples.criterion(0, "summer"));
		assertThat(criterion("first")).isEqualTo(Criterion.by(1, "ete-d-abord"));
		put("/decisions/second" + FIRST, "version", "0", "says", "existing", "strategy", "ete-d-abord");
		put("/decisions/third" + FIRST, "version", "0", "says", "existing", "strategy", "ete-d-abord");
		publish("first");
		publish("second");
		assertThat(get("/decisions/second/draft")).bodyText()
			.contains("/strategies/ete-d-abord", "Summer campaign", "Gold card")
			.doesNotContain("open=people&amp;placement=web-hero&amp;place=1");
		assertThat(shown("first")).containsExactly("summer-sale", "gold-card").isEqualTo(shown("second"));
		assertThat(get("/strategies/ete-d-abord")).bodyText()
			.contains("What is saved here changes at once what people see in", "Name of first</a>, ",
					"Name of second</a>", "Save and change 2 live decisions")
			.containsSubsequence("What depends on it", "/decisions/first", "Live", "/decisions/second", "Live",
					"/decisions/third/draft", "Draft");
		String[] change = { "version", "0", "name", "Summer first", "source", "own", "offers", "gold-card",
				"eligibility", "everybody", "ranking", "formula", "formula", "offer.priority * 2", "missing", "out",
				"act", "save", "told", "/decisions/first" };
		assertThat(put("/strategies/ete-d-abord", change)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Meanwhile another live decision uses it.");
		assertThat(shown("first")).containsExactly("summer-sale", "gold-card");
		assertThat(put("/strategies/ete-d-abord", told(change, "/decisions/second")))
			.hasRedirectedUrl("/strategies/ete-d-abord");
		assertThat(shown("first")).containsExactly("gold-card").isEqualTo(shown("second"));
		assertThat(this.decisions.get("first").version()).as("no decision was touched").isEqualTo(2);
		assertThat(get("/activity")).bodyText().contains("Summer first", "Selection strategy", "Gold card");
		assertThat(put("/strategies/ete-d-abord", told(change, "/decisions/second"))).as("a stale save")
			.hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void aChangeThatGoesPastFourEyesIsToldBeforeAlsoByWhatTheStrategyNames() {
		strategy("summer-first");
		use("first", "summer-first");
		use("second", "summer-first");
		assertThat(get("/strategies/summer-first")).bodyText().doesNotContain("Four eyes");
		Decision first = this.decisions.get("first");
		this.eyes.require(first.id(), Objects.requireNonNull(first.version()), People.OPERATOR);
		this.management.publish(first.id(), 2, Actor.account("5e5e5e5e-0000-7000-8000-000000000009", "Ada Verhoeven"));
		publish("second");
		assertThat(get("/strategies/summer-first")).bodyText()
			.contains("Publishing Name of first takes four eyes; what is saved here goes past them")
			.containsSubsequence("What depends on it", "/decisions/first", "Four eyes", "Live", "/decisions/second");
		assertThat(get("/collections/summer")).bodyText()
			.containsSubsequence("/strategies/summer-first", "Four eyes", "Live");
	}

	@Test
	void aCriterionIsTakenApartFromItsStrategyAndStaysAsItIs() {
		strategy("summer-first");
		use("first", "summer-first");
		assertThat(put("/decisions/first" + FIRST, "version", "1", "says", "own"))
			.hasRedirectedUrl("/decisions/first/draft#criterion-web-hero-1");
		assertThat(criterion("first")).isEqualTo(EditorSamples.criterion(1, "summer"));
		assertThat(this.strategies.get("summer-first").isArchived()).isFalse();
		assertThat(put("/decisions/first" + FIRST, "version", "2", "says", "existing", "strategy", "gone"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Choose a strategy.", "f-strategy-error");
		assertThat(put("/decisions/first" + FIRST, "version", "2", "says", "named", "name", "!!!"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-name-error");
		assertThat(put("/decisions/first" + FIRST, "version", "1", "says", "named", "name", "Late"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(this.strategies.findBySlug("late")).isEmpty();
	}

	@Test
	void whatIsUsedIsNotPutAwayAndItIsSaidWhere() {
		strategy("summer-first");
		use("first", "summer-first");
		assertThat(get("/strategies/summer-first")).bodyText()
			.contains("changes live decisions at once")
			.doesNotContain("/strategies/summer-first/archive");
		MvcTestResult refused = put("/strategies/summer-first/archive");
		assertThat(refused).hasRedirectedUrl("/strategies/summer-first");
		Flash told = (Flash) refused.getMvcResult().getFlashMap().get("flash");
		assertThat(told.code()).isEqualTo("strategy.in-use");
		assertThat(told.args()).containsExactly("Name of summer-first", "Name of first");
		assertThat(this.strategies.get("summer-first").isArchived()).isFalse();
		put("/decisions/first" + FIRST, "version", "1", "says", "own");
		put("/strategies/summer-first/archive");
		assertThat(this.strategies.get("summer-first").isArchived()).isTrue();
		assertThat(put("/decisions/first" + FIRST, "version", "2", "says", "existing", "strategy", "summer-first"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Name of summer-first was archived in the meantime. Choose another.");
		assertThat(get("/strategies")).bodyText().doesNotContain("summer-first");
		assertThat(get("/strategies?archived=true&q=summer")).bodyText().contains("/strategies/summer-first");
		send(HttpMethod.DELETE, "/strategies/summer-first/archive");
		assertThat(get("/strategies?q=SUMMER")).bodyText().contains("/strategies/summer-first", "From Summer campaign");
	}

	@Test
	void aCopyIsOneOfItsOwn() {
		strategy("summer-first");
		assertThat(send(HttpMethod.POST, "/strategies/summer-first/copies"))
			.hasRedirectedUrl("/strategies/summer-first-2");
		assertThat(this.strategies.get("summer-first-2").criterion())
			.isEqualTo(this.strategies.get("summer-first").criterion());
		assertThat(send(HttpMethod.POST, "/placements/web-hero/copies")).hasRedirectedUrl("/placements/web-hero-2");
		assertThat(this.placements.get("web-hero-2").name()).isEqualTo("Web hero (copy)");
		assertThat(send(HttpMethod.POST, "/collections/summer/copies")).hasRedirectedUrl("/collections/summer-2");
		assertThat(this.collections.get("summer-2").content()).isEqualTo(this.collections.get("summer").content());
	}

	@Test
	void aNewOneIsMadeWithoutADecisionAndWhatIsWrongIsSaidAtItsPlace() {
		assertThat(post("/strategies", "name", "Made here", "source", "own", "offers", "summer-sale", "eligibility",
				"everybody", "act", "save"))
			.hasRedirectedUrl("/strategies/made-here");
		assertThat(this.strategies.get("made-here").criterion()).isEqualTo(Criterion.of(List.of("summer-sale")).at(0));
		assertThat(post("/strategies", "name", "Made here", "eligibility", "everybody")).as("the key is taken")
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Another strategy has this key.");
		assertThat(post("/strategies", "name", "", "source", "collection", "eligibility", "audiences", "ranking",
				"formula", "formula", "1 +"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-name-error", "f-collection-error", "eligibility-fault");
		assertThat(post("/strategies/draft", "name", "Half", "offers", "gold-card", "eligibility", "everybody", "act",
				"add:summer-sale"))
			.hasStatusOk()
			.bodyText()
			.containsSubsequence("gold-card", "summer-sale");
		assertThat(this.strategies.findBySlug("half")).isEmpty();
	}

	@Test
	void reviewsAndUsesSeeWhatAStrategySays() {
		this.strategies.save(Strategy.create("empty", "Nothing yet", "", Criterion.of(List.of()),
				this.strategies.save(fresh("full", EditorSamples.criterion(0, "summer"))).createdAt(), "test"));
		Decision decision = this.samples.decision("first", EditorSamples
			.content(EditorSamples.scope(Criterion.by(1, "full"), Criterion.by(2, "empty"), Criterion.by(3, "gone"))));
		assertThat(this.review.review(decision).stream().map(DecisionFinding::code)).contains("criterion-empty",
				"strategy-gone");
		assertThat(get("/decisions/first/review")).bodyText()
			.contains("Nothing yet has no offer yet.", "href=\"/strategies/empty\"",
					"The selection strategy gone is no longer there.");
		assertThat(get("/collections/summer")).bodyText().contains("/strategies/full");
		assertThat(get("/strategies/full")).bodyText().contains("/decisions/first/draft");
		assertThat(get("/decisions/first/draft?open=people&placement=web-hero&place=1")).hasStatusOk()
			.bodyText()
			.doesNotContain("data-test=\"people\"");
	}

	@Test
	void anOfferArchivedMeanwhileIsSaidInTheFormThatOfferedIt() {
		this.samples.decision("first",
				EditorSamples.content(EditorSamples.scope(Criterion.of(List.of("summer-sale")))));
		this.samples.archive("gold-card");
		assertThat(put("/decisions/first/draft/placements/web-hero/criteria/1/offers", "version", "0", "offer",
				"gold-card"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("was archived in the meantime. Choose another.", "id=\"in-place\"");
		this.management.edit(this.decisions.get("first").id(), 0, "First", "", this.decisions.get("first").draft(),
				People.OPERATOR);
		put("/placements/journal-banner/archive");
		put("/collections/workshops/archive");
		String version = String.valueOf(this.decisions.get("first").version());
		assertThat(post("/decisions/first/draft/placements", "version", version, "choosing", "true", "existing",
				"journal-banner"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Journal banner was archived in the meantime.");
		assertThat(put("/decisions/first/draft/placements/web-hero/criteria/1/source", "version", version, "source",
				"collection", "collection", "workshops"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Workshop evenings was archived in the meantime.");
	}

	@Test
	void aFileNamesStrategiesAndPutsAwayOnlyWhatNothingUses() {
		ConfigurationFiles files = new ConfigurationFiles(this.sayso).begin();
		strategy("summer-first");
		use("first", "summer-first");
		String archived = """
				{"strategies":[{"key":"summer-first","name":"Summer","status":"archived","collection":"summer"}]%s}""";
		assertThat(files.put("", archived.formatted(""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("/strategies/0/status", "is used by the decision Name of first");
		String decision = """
				,"decisions":[{"key":"first","name":"First","scopes":[{"placement":"web-hero","criteria":[%s]}]}]""";
		assertThat(files.put("",
				archived.formatted(decision.formatted("{\"strategy\":\"gone\"},{\"strategy\":\"a\",\"offers\":[]}"))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("/decisions/0/scopes/0/criteria/1/offers", "stands beside a strategy");
		assertThat(files.put("", archived.formatted(decision.formatted("{\"strategy\":\"gone\"}"))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("/decisions/0/scopes/0/criteria/0/strategy", "is not known");
		assertThat(this.strategies.get("summer-first").isArchived()).isFalse();
		assertThat(files.put("", archived.formatted(decision.formatted("{\"collection\":\"summer\"}")))).hasStatusOk();
		assertThat(this.strategies.get("summer-first").isArchived()).isTrue();
	}

	private static Strategy fresh(String key, Criterion criterion) {
		return Strategy.create(key, "Name of " + key, "", criterion, Instant.parse("2026-01-02T03:04:05Z"), "test");
	}

	private void strategy(String key) {
		this.strategies.save(fresh(key, EditorSamples.criterion(0, "summer")));
	}

	private void use(String decision, String strategy) {
		this.samples.ready(decision);
		put("/decisions/" + decision + FIRST, "version", "0", "says", "existing", "strategy", strategy);
	}

	private void publish(String decision) {
		this.management.publish(this.decisions.get(decision).id(), 1, People.OPERATOR);
	}

	private Criterion criterion(String decision) {
		return this.decisions.get(decision).draft().scopes().get(0).criteria().get(0);
	}

	private List<String> shown(String decision) {
		return this.live.now()
			.decision(decision)
			.scopes()
			.get("web-hero")
			.criteria()
			.get(0)
			.offers()
			.stream()
			.map(LiveOffer::slug)
			.toList();
	}

	private static String[] told(String[] change, String more) {
		String[] all = Arrays.copyOf(change, change.length + 2);
		all[change.length] = "told";
		all[change.length + 1] = more;
		return all;
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(SignIn.marketer()).exchange();
	}

	private MvcTestResult put(String path, String... namesAndValues) {
		return send(HttpMethod.PUT, path, namesAndValues);
	}

	private MvcTestResult post(String path, String... namesAndValues) {
		return send(HttpMethod.POST, path, namesAndValues);
	}

	private MvcTestResult send(HttpMethod method, String path, String... namesAndValues) {
		var request = this.mvc.method(method).uri(path).with(SignIn.marketer()).with(csrf());
		for (int at = 0; at < namesAndValues.length; at += 2) {
			request.param(namesAndValues[at], namesAndValues[at + 1]);
		}
		return request.exchange();
	}

}
