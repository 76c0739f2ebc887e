package dev.sayso.decision.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.audience.Audiences;
import dev.sayso.audience.BuilderForm;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.decision.list.DecisionUsages;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Representation;
import dev.sayso.offer.collection.Collections;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.placement.Surface;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds what each form of a board saves, makes, refuses and shows.
 */
@ProductTest
class DecisionBoardTests {

	private static final String HERO = "/placements/web-hero";

	private static final String FIRST = HERO + "/criteria/1";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	EditorSamples samples;

	@Autowired
	Decisions decisions;

	@Autowired
	DecisionManagement management;

	@Autowired
	Offers offers;

	@Autowired
	Placements placements;

	@Autowired
	Collections collections;

	@Autowired
	Audiences audiences;

	@Autowired
	DecisionUsages uses;

	@Autowired
	People people;

	@BeforeEach
	void fill() {
		this.samples.fill();
	}

	@Test
	void aDecisionBeginsWithAKeyMadeOfItsNameAndItsFirstPlacement() {
		assertThat(post("/decisions", "name", "En tête, accueil", "placement", "Web hero", "surface", "app",
				"contentType", "text"))
			.hasRedirectedUrl("/decisions/en-tete-accueil/draft?open=offer&placement=web-hero-2&place=1#in-place");
		assertThat(this.placements.get("web-hero-2").surface()).isEqualTo("app");
		assertThat(this.decisions.get("en-tete-accueil").draft().scopes())
			.containsExactly(new DecisionScope("web-hero-2", List.of(Criterion.of(List.of()))));
		assertThat(post("/decisions", "name", "Other", "slug", "en-tete-accueil"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Another decision has this key.");
		assertThat(post("/decisions", "name", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post("/decisions", "name", "Bare"))
			.hasRedirectedUrl("/decisions/bare/draft?open=placement#in-place");
	}

	@ParameterizedTest
	@CsvSource({ "/criteria, #board", "/scopes, #board", "/fallback, #board", "/criteria/web-hero/new, #scope-web-hero",
			"/criteria/web-hero/1, #criterion-web-hero-1", "/criteria/{gone}/new, #board",
			"/criteria/{gone}/1, #board" })
	void theAddressesOfTheStepsLeadToTheirPlace(String step, String place) {
		this.samples.ready("first");
		assertThat(this.mvc.get().uri("/decisions/first" + step, "{nowhere}").with(SignIn.marketer()))
			.hasRedirectedUrl("/decisions/first/draft" + place);
	}

	@Test
	void detailsKeepTheValidityInItsZone() {
		this.samples.ready("first");
		assertThat(put("/details", 0, "name", "Renamed", "from", "2090-01-01T10:00", "zone", "Europe/Paris", "repeats",
				"on"))
			.hasRedirectedUrl("/decisions/first/draft#details");
		Decision saved = this.decisions.get("first");
		assertThat(saved.name()).isEqualTo("Renamed");
		assertThat(saved.draft().validity().begins()).isEqualTo("2090-01-01T09:00:00Z");
		assertThat(saved.draft().repeats()).isTrue();
		assertThat(board("open", "details")).contains("value=\"2090-01-01T10:00\"");
	}

	@ParameterizedTest
	@CsvSource({ "from, yesterday", "to, 2020", "zone, Nowhere/Land", "name, ''" })
	void whatCannotBeIsSaidAtItsField(String field, String typed) {
		this.samples.ready("first");
		String[] form = { "name", "x", "zone", "UTC", field, typed };
		if (field.equals("name") || field.equals("zone")) {
			form = field.equals("name") ? new String[] { "name", typed, "zone", "UTC" }
					: new String[] { "name", "x", "zone", typed };
		}
		assertThat(put("/details", 0, form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-" + field + "-error");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/details", "/guard", "/fallback", FIRST + "/people", FIRST + "/ranking",
			FIRST + "/source", FIRST + "/order", HERO + "/order" })
	void whatSomebodyElseSavedMeanwhileIsShownAndNothingIsLost(String form) {
		Decision made = this.samples.ready("first");
		this.management.edit(made.id(), 0, "Changed meanwhile", "", made.draft(), People.OPERATOR);
		assertThat(put(form, 0, "name", form.equals("/details") ? "Mine" : "", "zone", "UTC", "act",
				form.endsWith("order") ? "remove" : "", "fallback", "generic-welcome", "eligibility", "everybody",
				"ranking", "priority", "source", "own"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Somebody else saved this", "Sofie Maes", "value=\"1\"");
		assertThat(this.decisions.get("first").version()).isEqualTo(1);
	}

	@Test
	void anOfferIsWrittenInItsPlaceAndTheNextAfterIt() {
		Decision made = this.samples.decision("first", bare());
		assertThat(post("/decisions/first/draft" + FIRST + "/offers", "version", "0", "act", "another", "name",
				"Summer sale", "texts[fr]", "<p>Soldes</p>", "texts[nl]", ""))
			.hasRedirectedUrl("/decisions/first/draft?open=offer&placement=web-hero&place=1#in-place");
		assertThat(post("/decisions/first/draft" + FIRST + "/offers", "version", "1", "name", "Lamp", "texts[en]",
				"<p>A lamp</p>", "texts[fr]", "<p>Une lampe</p>"))
			.hasRedirectedUrl("/decisions/first/draft#offer-web-hero-1-lamp");
		assertThat(own()).containsExactly("summer-sale-2", "lamp");
		Offer lamp = this.offers.get("lamp");
		assertThat(lamp.status()).isEqualTo(Offer.Status.DRAFT);
		assertThat(lamp.draft().representations()).containsExactly(
				new Representation("web-hero", "en", "<p>A lamp</p>", null, null, true),
				new Representation("web-hero", "fr", "<p>Une lampe</p>", null, null, false));
		assertThat(this.offers.get("summer-sale-2").draft().representations().get(0).main()).isTrue();
		assertThat(this.uses.find("offer", "lamp")).hasSize(1);
		assertThat(made.live()).isNull();
	}

	@Test
	void whatIsWrongWithAnOfferIsSaidAtItsTextAndNothingIsMade() {
		this.samples.decision("first", bare());
		assertThat(post("/decisions/first/draft" + FIRST + "/offers", "version", "0", "name", "Lamp", "texts[en]",
				"{{profile.nothing}}"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-texts-en-error", "{{profile.nothing}}");
		this.management.edit(this.decisions.get("first").id(), 0, "Changed", "", bare(), People.OPERATOR);
		assertThat(post("/decisions/first/draft" + FIRST + "/offers", "version", "0", "name", "Lamp", "texts[en]", "A"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Somebody else saved this", ">A</textarea>");
		assertThat(this.offers.findBySlug("lamp")).isEmpty();
	}

	@Test
	void offersAreChosenMovedAndTakenOut() {
		this.samples.decision("first", bare());
		assertThat(put(FIRST + "/offers", 0, "offer", "gold-card", "offer", "workshop", "offer", "summer-sale"))
			.hasStatus3xxRedirection();
		put(FIRST + "/offers/summer-sale/order", 1, "act", "up");
		put(FIRST + "/offers/workshop/order", 2, "act", "remove");
		assertThat(own()).containsExactly("gold-card", "summer-sale");
		assertThat(put(FIRST + "/offers", 3, "offer", "generic-welcome")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(board("open", "offers", "placement", "web-hero", "place", "1", "find", "WORK"))
			.contains("Workshop evening")
			.doesNotContain("value=\"gold-card\"");
	}

	@Test
	void whatIsNotOnTheBoardChangesNothingAndLeadsNowhereElse() {
		this.samples.decision("first", bare());
		put(FIRST + "/offers", 0, "offer", "gold-card");
		assertThat(this.mvc.put()
			.uri("/decisions/first/draft" + FIRST + "/offers/{offer}/order", "{gone}")
			.param("act", "up")
			.param("version", "1")
			.with(SignIn.marketer())
			.with(csrf())).hasRedirectedUrl("/decisions/first/draft#criterion-web-hero-1");
		assertThat(put("/fallback", 1, "placement", "{gone}", "fallback", "generic-welcome"))
			.hasRedirectedUrl("/decisions/first/draft#board");
		assertThat(own()).containsExactly("gold-card");
	}

	@Test
	void noOfferIsWrittenWhereACollectionHoldsThem() {
		this.samples.ready("first");
		assertThat(board("open", "offer", "placement", "web-hero", "place", "1")).doesNotContain("name=\"texts[");
		assertThat(post("/decisions/first/draft" + FIRST + "/offers", "name", "Lamp", "version", "0"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post("/decisions/first/draft" + FIRST + "/offers", "name", "Lamp", "version", "7"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(criterion().collection()).isEqualTo("summer");
		assertThat(this.offers.findBySlug("lamp")).isEmpty();
	}

	@Test
	void whomACriterionIsForIsChosenOrMadeAnAudience() {
		this.samples.ready("first");
		BuilderForm form = new BuilderForm().set("eligibility", "condition")
			.set("of.0", "all")
			.line("0.0", "city", "is", "Lyon")
			.set("version", "0")
			.set("name", "Around Lyon");
		assertThat(this.mvc.put()
			.uri("/decisions/first/draft" + FIRST + "/people")
			.params(form.fields())
			.with(SignIn.marketer())
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.audiences.get("around-lyon").condition()).isNotNull();
		assertThat(criterion().eligibility()).contains("audiences.around-lyon");
		assertThat(board()).contains(">Around Lyon</a>");
		assertThat(put(FIRST + "/people", 1, "eligibility", "audiences")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Say who it is for.");
	}

	@Test
	void itsOffersBecomeACollectionThatOthersShareAndItsOwnAgain() {
		this.samples.decision("first", bare());
		put(FIRST + "/offers", 0, "offer", "gold-card", "offer", "summer-sale");
		assertThat(put(FIRST + "/source", 1, "source", "made", "name", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-name-error");
		assertThat(put(FIRST + "/source", 1, "source", "made", "name", "Summer")).hasStatus3xxRedirection();
		assertThat(criterion()).isEqualTo(new Criterion(1, "summer-2", "", "", false));
		assertThat(this.collections.get("summer-2").content().offers()).containsExactly("gold-card", "summer-sale");
		put(FIRST + "/source", 2, "source", "own");
		assertThat(own()).containsExactly("gold-card", "summer-sale");
		put(FIRST + "/source", 3, "source", "collection", "collection", "workshops");
		assertThat(criterion().collection()).isEqualTo("workshops");
	}

	@Test
	void aFaultIsMarkedInItsLineWhileOneTypesAndWhenItIsSaved() {
		this.samples.ready("first");
		String formula = "offer.priority\n\t+ offer.prioriti * 2.0";
		for (String told : List.of(text(checked(formula, "priority")),
				text(put(FIRST + "/ranking", 0, "ranking", "formula", "formula", formula, "missing", "priority")))) {
			assertThat(told).contains("Line 2, character 4:",
					"<span>\t+ </span><mark>offer.prioriti</mark><span> * 2.0</span>");
		}
		assertThat(text(checked("offer.priority +", "out"))).contains("<mark>\u00a0</mark>");
		assertThat(text(checked("\"a\" + profile.firstName", "out"))).contains("A formula gives a number");
	}

	@Test
	void whatAFormulaGivesForRealPeopleStandsBesideIt() {
		this.samples.ready("first");
		String ada = this.people.create(Map.of("firstName", "Ada", "city", "Gent", "language", "en")).id().toString();
		String grace = this.people.create(Map.of("firstName", "Grace", "city", "", "language", "en")).id().toString();
		this.management.edit(this.decisions.get("first").id(), 0, "First", "",
				this.decisions.get("first").draft().unguardedFor("Tried"), People.OPERATOR);
		String formula = "profile.city == 'Gent' ? offer.priority * 2.0 : 1.0";
		String told = text(checked(formula, "number", "instead", "7,5"));
		assertThat(told).contains("2 people who get here", "/simulation?who=" + ada, "/simulation?who=" + grace,
				"goes first", "profile.city” is missing: your number counts", "7.5");
		assertThat(board("open", "ranking", "placement", "web-hero", "place", "1")).contains(
				"known of 1 of the 2 people", "always there", "data-insert=\"offer.priority\"", "https://cel.dev");
		assertThat(text(checked(formula, "out", "person", grace)))
			.contains("one person who gets here", "“profile.city” is not known")
			.doesNotContain(ada, "goes first");
		assertThat(text(checked("12.5", "out"))).contains("always the same number");
		assertThat(text(checked("profile.city == 'Gent' ? 2.0 : 1.0", "out"))).contains("reads nothing of the offers");
		assertThat(text(checked("1.0 / 0.0", "out"))).contains("never gives a number");
	}

	@Test
	void whatAMissingValueMeansIsAskedAndKept() {
		this.samples.ready("first");
		String formula = "offer.priority * 2.0";
		assertThat(put(FIRST + "/ranking", 0, "ranking", "formula", "formula", formula))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Choose what it means when a value for the formula is missing.", "f-missing-error");
		for (String none : List.of("", "many", "1e999", "1".repeat(40))) {
			assertThat(put(FIRST + "/ranking", 0, "ranking", "formula", "formula", formula, "missing", "number",
					"instead", none))
				.as(none)
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains("f-instead-error");
		}
		put(FIRST + "/ranking", 0, "ranking", "formula", "formula", formula, "missing", "number", "instead", "-2,5");
		assertThat(criterion().missing()).isEqualTo(MissingValue.of(-2.5));
		put(FIRST + "/ranking", 1, "ranking", "formula", "formula", formula, "missing", "out");
		assertThat(criterion().missing()).isEqualTo(MissingValue.OUT);
		assertThat(put(FIRST + "/ranking", 2, "ranking", "formula", "formula", "1.0 +", "insert", "offer.priority"))
			.hasStatusOk()
			.bodyText()
			.contains(">1.0 + offer.priority</textarea>");
		assertThat(criterion().formula()).isEqualTo(formula);
	}

	private MvcTestResult checked(String formula, String missing, String... more) {
		return post("/decisions/first/draft" + FIRST + "/formula",
				Stream.concat(Stream.of("formula", formula, "missing", missing), Stream.of(more))
					.toArray(String[]::new));
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void aFormulaThatDoesNotWorkIsSaidAndOneThatDoesRanks() {
		this.samples.ready("first");
		assertThat(put(FIRST + "/ranking", 0, "ranking", "formula", "formula", "offer.prioriti"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Did you mean “offer.priority”?");
		put(FIRST + "/ranking", 0, "ranking", "formula", "formula", "offer.priority * 2.0", "learned", "on", "missing",
				"priority");
		assertThat(criterion()).isEqualTo(new Criterion(1, "summer", "", "offer.priority * 2.0", true));
		put(FIRST + "/ranking", 1, "ranking", "priority", "formula", "offer.priority * 2.0", "learned", "on");
		assertThat(criterion()).isEqualTo(new Criterion(1, "summer", "", "", false));
	}

	@Test
	void aCriterionIsCopiedToTheOtherPlacementsOnce() {
		this.samples.decision("first", EditorSamples.content(EditorSamples.scope(EditorSamples.criterion(1, "summer")),
				new DecisionScope("journal-banner", List.of(EditorSamples.criterion(1, "workshops")))));
		put(FIRST + "/order", 0, "act", "copy");
		put(FIRST + "/order", 1, "act", "copy");
		assertThat(this.decisions.get("first").draft().scope("journal-banner").orElseThrow().criteria())
			.extracting(Criterion::collection)
			.containsExactly("workshops", "summer");
		post("/decisions/first/draft" + HERO + "/criteria", "version", "1");
		assertThat(this.decisions.get("first").draft().scope("web-hero").orElseThrow().criteria())
			.containsExactly(EditorSamples.criterion(1, "summer"), Criterion.of(List.of()).at(2));
	}

	@Test
	void aPlacementIsMadeAddedOnceDuplicatedAndMoved() {
		this.samples.ready("first");
		assertThat(post("/decisions/first/draft/placements", "version", "0", "choosing", "true", "existing",
				"journal-banner", "like", "web-hero"))
			.hasStatus3xxRedirection();
		post("/decisions/first/draft/placements", "version", "1", "choosing", "true", "existing", "journal-banner");
		put("/placements/journal-banner/order", 1, "act", "up");
		assertThat(this.decisions.get("first").draft().scopes()).containsExactly(
				new DecisionScope("journal-banner", List.of(EditorSamples.criterion(1, "summer"))),
				EditorSamples.scope(EditorSamples.criterion(1, "summer")));
		assertThat(post("/decisions/first/draft/placements", "version", "2", "choosing", "false", "name", "Cart",
				"surface", "web", "contentType", "html"))
			.hasRedirectedUrl("/decisions/first/draft?open=offer&placement=cart&place=1#in-place");
		put("/placements/cart/order", 3, "act", "remove");
		assertThat(this.decisions.get("first").draft().scopes()).hasSize(2);
		assertThat(this.placements.findBySlug("cart")).isPresent();
		assertThat(post("/decisions/first/draft/placements", "version", "4", "choosing", "true", "existing", "gone"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void aFallbackIsWrittenForAllPlacementsAlikeAndApprovedWithTheDecision() {
		this.samples.decision("first",
				new DecisionContent(null,
						List.of(EditorSamples.scope(EditorSamples.criterion(1, "summer")),
								new DecisionScope("journal-banner", List.of(EditorSamples.criterion(1, "workshops")))),
						"", null, false));
		assertThat(post("/decisions/first/draft/fallback", "placement", "web-hero", "version", "0", "name", "Floor"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("in one language at least");
		assertThat(post("/decisions/first/draft/fallback", "placement", "web-hero", "version", "0", "name", "Floor",
				"texts[en]", "<p>Hello</p>"))
			.hasRedirectedUrl("/decisions/first/draft#floor-web-hero");
		Offer floor = this.offers.get("floor");
		assertThat(floor.fallback()).isTrue();
		assertThat(floor.draft().representations()).extracting(Representation::placement)
			.containsExactly("web-hero", "journal-banner");
		assertThat(get("/decisions/first/review")).bodyText().contains("name=\"approve\"", "value=\"floor.0\"");
		assertThat(publish(1)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.decisions.get("first").live()).isNull();
		assertThat(publish(1, "approve", "floor.0")).hasStatus3xxRedirection();
		assertThat(this.offers.get("floor").approved()).isEqualTo(1);
		assertThat(this.decisions.get("first").live()).isEqualTo(1);
	}

	@Test
	void anOfferThatIsNotTickedStaysOutOfSightAndOneThatChangedMeanwhileIsNotApprovedUnseen() {
		this.samples.decision("first", EditorSamples.content(EditorSamples
			.scope(Criterion.of(List.of("summer-sale", "late")), EditorSamples.criterion(2, "summer"))));
		this.samples.draft("late", "Late", false, EditorSamples.said(1, "web-hero", "en"));
		assertThat(publish(0, "approve", "late.7")).hasStatus(HttpStatus.CONFLICT);
		assertThat(publish(0)).hasStatus3xxRedirection();
		assertThat(this.offers.get("late").status()).isEqualTo(Offer.Status.DRAFT);
	}

	@Test
	void aFindingOpensTheFormThatRepairsIt() {
		this.samples
			.decision("first",
					new DecisionContent(
							null, List.of(EditorSamples.scope(Criterion.of(List.of()),
									EditorSamples.criterion(2, "gone"), EditorSamples.criterion(3, "summer"))),
							"", null, false));
		assertThat(board()).contains("draft?open=fallback&amp;placement=web-hero#in-place",
				"draft?open=offer&amp;placement=web-hero&amp;place=1#in-place",
				"draft?open=source&amp;placement=web-hero&amp;place=2#in-place");
	}

	@Test
	void theGuardIsSwitchedOffForAReasonAndOnAgain() {
		this.samples.ready("first");
		assertThat(send(HttpMethod.DELETE, "/decisions/first/draft/guard", "version", "0", "reason", " "))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		send(HttpMethod.DELETE, "/decisions/first/draft/guard", "version", "0", "reason", "Asked in each");
		assertThat(this.decisions.get("first").draft().unguarded()).isEqualTo("Asked in each");
		put("/guard", 1);
		assertThat(this.decisions.get("first").draft().guarded()).isTrue();
	}

	@Test
	void aLargeBoardIsDrawnInParts() {
		List<String> many = new ArrayList<>();
		for (int at = 0; at < 60; at++) {
			this.samples.draft("many-" + at, "Many " + at, false, EditorSamples.said(1, "web-hero", "en"));
			many.add("many-" + at);
		}
		this.samples.decision("first", EditorSamples.content(EditorSamples.scope(Criterion.of(many))));
		assertThat(board()).contains("Many 9", "Show 50 more").doesNotContain("Many 10");
		assertThat(board("all", "web-hero.1")).contains("Many 59");
		List<Criterion> criteria = Stream.generate(() -> Criterion.of(List.of("workshop"))).limit(30).toList();
		List<DecisionScope> scopes = new ArrayList<>();
		for (int at = 0; at < 5; at++) {
			this.samples.placement("place-" + at, "Place " + at, Surface.WEB);
			scopes.add(new DecisionScope("place-" + at, criteria));
		}
		Decision first = this.decisions.get("first");
		this.management.edit(first.id(), 0, "First", "", first.draft().with(scopes), People.OPERATOR);
		assertThat(board()).contains("id=\"criterion-place-1-30\"", "Show its 30 criteria")
			.doesNotContain("id=\"criterion-place-4-1\"");
		assertThat(board("all", "place-4.0")).contains("id=\"criterion-place-4-30\"");
		assertThat(board("open", "people", "placement", "place-3", "place", "2"))
			.contains("id=\"criterion-place-3-2\"");
	}

	@Test
	void whoReadsOpensNoForm() {
		this.samples.ready("first");
		assertThat(this.mvc.get()
			.uri("/decisions/first/draft?open=people&placement=web-hero&place=1")
			.with(SignIn.auditor())
			.exchange()).hasStatusOk().bodyText().doesNotContain("id=\"in-place\"", "_method");
		assertThat(get("/decisions/first/draft?open=nothing")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get("/decisions/first/draft?open=people&placement=web-hero&place=9"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private static DecisionContent bare() {
		return EditorSamples.content(EditorSamples.scope(Criterion.of(List.of())));
	}

	private Criterion criterion() {
		return this.decisions.get("first").draft().scope("web-hero").orElseThrow().criteria().get(0);
	}

	private List<String> own() {
		return criterion().offers();
	}

	private String board(String... namesAndValues) {
		StringBuilder path = new StringBuilder("/decisions/first/draft?");
		for (int at = 0; at < namesAndValues.length; at += 2) {
			path.append(namesAndValues[at]).append('=').append(namesAndValues[at + 1]).append('&');
		}
		return new String(get(path.toString()).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult publish(int version, String... more) {
		String[] form = Stream.concat(Stream.of("version", String.valueOf(version)), Stream.of(more))
			.toArray(String[]::new);
		return send(HttpMethod.PUT, "/decisions/first/publication", form);
	}

	private MvcTestResult put(String form, int version, String... more) {
		String[] typed = Stream.concat(Stream.of("version", String.valueOf(version)), Stream.of(more))
			.toArray(String[]::new);
		return send(HttpMethod.PUT, "/decisions/first/draft" + form, typed);
	}

	private MvcTestResult post(String path, String... namesAndValues) {
		return send(HttpMethod.POST, path, namesAndValues);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(SignIn.marketer()).exchange();
	}

	private MvcTestResult send(HttpMethod method, String path, String... namesAndValues) {
		var request = this.mvc.method(method).uri(path).with(SignIn.marketer()).with(csrf());
		for (int at = 0; at < namesAndValues.length; at += 2) {
			request.param(namesAndValues[at], namesAndValues[at + 1]);
		}
		return request.exchange();
	}

}
