package dev.sayso.decision.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

import dev.sayso.ProductTest;
import dev.sayso.audience.MatchingProfiles;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.Operator;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.offer.Cap;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.offer.placement.Surface;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what a review finds in a decision, and that it finds nothing in a good one.
 */
@ProductTest
class DecisionReviewTests {

	private static final Comparison FRENCH = new Comparison("country", Operator.IS, "FR");

	private static final Comparison CONSENTS = new Comparison("consents.personalize.content", Operator.IS, true);

	@Autowired
	EditorSamples samples;

	@Autowired
	DecisionReview review;

	@Autowired
	People people;

	@Autowired
	MatchingProfiles matching;

	@Autowired
	ConditionCompiler conditions;

	@Autowired
	FindingMessages messages;

	@Autowired
	Decisions decisions;

	@Autowired
	DecisionManagement management;

	@BeforeEach
	void fill() {
		this.samples.fill();
	}

	@Test
	void aGoodDecisionHasNothingToMend() {
		assertThat(findings(content(criterion("summer")))).isEmpty();
	}

	@Test
	void withoutAScopeThereIsNowhereToShow() {
		assertThat(findings(EditorSamples.content())).contains("ERROR no-scope");
	}

	@Test
	void aScopeWithoutCriteriaFallsBackOrIsEmpty() {
		assertThat(findings(content())).containsExactly("WARNING scope-falls");
		assertThat(findings(content().fallingBackTo(""))).containsExactly("ERROR scope-empty", "ERROR no-fallback");
	}

	@Test
	void aFallbackIsThereApprovedAndInUse() {
		DecisionContent content = content(criterion("summer"));
		assertThat(findings(content.fallingBackTo(""))).containsExactly("ERROR no-fallback");
		assertThat(findings(content.fallingBackTo("nowhere"))).containsExactly("ERROR fallback-gone");
		assertThat(findings(content.fallingBackTo("summer-sale"))).containsExactly("ERROR fallback-gone");
		this.samples.draft("later", "Later", true, EditorSamples.said(0, EditorSamples.HERO, ""));
		assertThat(findings(content.fallingBackTo("later"))).as("approved with the decision").isEmpty();
		this.samples.archive("generic-welcome");
		assertThat(findings(content)).containsExactly("ERROR fallback-archived");
	}

	@Test
	void offersOfACriterionsOwnThatAreArchivedMeanwhileAreNamed() {
		DecisionContent content = content(Criterion.of(List.of("summer-sale", "gold-card", "nowhere")));
		assertThat(details(content, "criterion-misses").toString()).contains("names=[nowhere]");
		this.samples.archive("gold-card");
		assertThat(details(content, "criterion-misses").toString()).contains("names=[Gold card, nowhere]");
		assertThat(findings(content(Criterion.of(List.of("summer-sale")), Criterion.of(List.of()))))
			.containsExactly("WARNING criterion-empty");
	}

	@Test
	void aFallbackSaysSomethingOnEveryPlacementInEveryLanguageOfItsOffers() {
		this.samples.fallback("elsewhere", "Elsewhere", "journal-banner");
		assertThat(findings(content(criterion("summer")).fallingBackTo("elsewhere")))
			.containsExactly("ERROR fallback-silent");
		this.samples
			.approve(this.samples.draft("english", "English", true, EditorSamples.said(0, EditorSamples.HERO, "en")));
		assertThat(findings(content(criterion("summer")).fallingBackTo("english")))
			.containsExactly("WARNING fallback-language");
	}

	@Test
	void aFallbackReadsNothingOfAnybody() {
		List<Representation> said = List
			.of(new Representation(EditorSamples.HERO, "", "Hello {{profile.firstName}}", null, null));
		this.samples.approve(this.samples.draft("nosy", "Nosy", true, EditorSamples.offer(0, null, null, said)));
		assertThat(findings(content(criterion("summer")).fallingBackTo("nosy")))
			.containsExactly("ERROR fallback-personal");
	}

	@Test
	void aFormulaThatCannotRankIsNamed() {
		Criterion broken = new Criterion(1, "summer", "", "offer.prioriti + 1.0", false);
		assertThat(findings(content(broken))).containsExactly("ERROR formula");
	}

	@Test
	void aConditionThatCannotBeAskedAnyMoreIsNamed() {
		Criterion broken = criterion("summer", new Comparison("attributes.gone", Operator.IS, "x"));
		assertThat(findings(content(broken))).containsExactly("ERROR condition");
	}

	@Test
	void aCollectionWithoutOffersIsAWarningAndAnErrorWhereThereIsNoOther() {
		this.samples.collection("bare", "Bare");
		assertThat(findings(content(criterion("summer"), criterion("bare"))))
			.containsExactly("WARNING collection-empty");
		assertThat(findings(content(criterion("bare")))).containsExactly("ERROR scope-nothing");
		assertThat(findings(content(criterion("summer"), criterion("nowhere"))))
			.containsExactly("ERROR collection-gone");
	}

	@Test
	void withoutTheGuardPersonalizedOffersAskForConsent() {
		List<Representation> said = List
			.of(new Representation(EditorSamples.HERO, "", "Hello {{profile.firstName}}", null, null));
		this.samples.approved("hello", "Hello", EditorSamples.offer(1, null, null, said));
		this.samples.collection("personal", "Personal", "hello");
		DecisionContent content = content(criterion("personal"));
		assertThat(findings(content)).isEmpty();
		assertThat(findings(content.unguardedFor("Because"))).containsExactly("ERROR unguarded-offers");
		assertThat(findings(content(criterion("personal", CONSENTS)).unguardedFor("Because"))).isEmpty();
		assertThat(findings(content(criterion("summer", FRENCH)).unguardedFor("Because")))
			.containsExactly("WARNING unguarded");
	}

	@Test
	void anOfferBehindItselfIsNeverReached() {
		assertThat(findings(content(criterion("summer"), criterion("summer", CONSENTS))))
			.containsExactly("WARNING offer-shadowed");
		assertThat(findings(content(criterion("summer", CONSENTS), criterion("summer", CONSENTS))))
			.containsExactly("WARNING offer-shadowed");
		assertThat(findings(content(criterion("summer", CONSENTS), criterion("summer")))).isEmpty();
	}

	@Test
	void anOfferThatIsNotValidWhileTheDecisionIsIsNeverReached() {
		Validity over = new Validity(null, LocalDateTime.of(2020, 1, 1, 0, 0), "UTC");
		this.samples.approved("old", "Old",
				EditorSamples.offer(1, over, null, EditorSamples.said(EditorSamples.HERO, "")));
		this.samples.collection("aged", "Aged", "old", "gold-card");
		assertThat(findings(content(criterion("aged")))).containsExactly("WARNING offer-dates");
	}

	@Test
	void conditionsThatExcludeEachOtherAreForNobody() {
		this.samples.approved("belgian", "Belgian", EditorSamples.offer(1, null,
				new Comparison("country", Operator.IS, "BE"), EditorSamples.said(EditorSamples.HERO, "")));
		this.samples.collection("belgians", "Belgians", "belgian", "gold-card");
		assertThat(findings(content(criterion("belgians", FRENCH)))).containsExactly("WARNING offer-never");
		assertThat(findings(content(criterion("summer", FRENCH, new Comparison("country", Operator.IS, "BE")))))
			.containsExactly("WARNING criterion-never");
	}

	@Test
	void anOfferWhoseCapForAllIsSpentDoesNotShow() {
		Cap cap = new Cap(Cap.Event.DISPLAY, false, 3, Cap.Period.EVER);
		this.samples.approved("rare", "Rare",
				EditorSamples.offer(1, null, null, EditorSamples.said(EditorSamples.HERO, ""), cap));
		this.samples.collection("rarities", "Rarities", "rare", "gold-card");
		assertThat(findings(content(criterion("rarities")))).isEmpty();
		this.samples.took("rare", cap, 3);
		assertThat(findings(content(criterion("rarities")))).containsExactly("WARNING offer-spent");
	}

	@Test
	void anOfferThatSaysNothingOnThePlacementIsNamedAndAllOfThemAreAnError() {
		this.samples.collection("mixed", "Mixed", "workshop", "gold-card");
		assertThat(findings(content(criterion("mixed")))).containsExactly("WARNING offer-silent");
		assertThat(findings(content(criterion("workshops")))).containsExactly("ERROR scope-silent");
	}

	@Test
	void thoseWhoReadNoLanguageThatOffersForThemAreWrittenInAreCounted() {
		for (String language : List.of("nl", "nl-BE", "de", "", "fr-BE", "en")) {
			this.people.create(language.isEmpty() ? Map.of("country", "BE")
					: Map.of("language", language, "country", language.equals("de") ? "DE" : "BE"));
		}
		assertThat(silent(content(criterion("summer")))).containsExactly(4L);
		assertThat(silent(content(criterion("summer", new Comparison("country", Operator.IS, "DE")))))
			.containsExactly(1L);
		assertThat(silent(content(criterion("summer", FRENCH)))).isEmpty();
		this.samples.approved("dutch", "Dutch", EditorSamples.said(1, EditorSamples.HERO, "nl-BE"));
		this.samples.collection("dutchmen", "Dutchmen", "dutch");
		assertThat(silent(content(criterion("summer"), criterion("dutchmen")))).containsExactly(3L);
		this.samples.approved("everyone", "Everyone",
				EditorSamples.offer(1, null, new Comparison("country", Operator.IS, "DE"),
						List.of(new Representation(EditorSamples.HERO, "pl", "Dzień dobry", null, null, true))));
		this.samples.collection("all", "All", "everyone");
		assertThat(silent(content(criterion("summer"), criterion("all")))).containsExactly(3L);
	}

	/** How many the review says cannot read what is for them. */
	private List<Object> silent(DecisionContent content) {
		Decision decision = this.samples.decision("tried-" + Long.toString(System.nanoTime(), 36),
				content.unguardedFor("Tried"));
		return this.review.reviewWithPeople(decision)
			.stream()
			.filter((finding) -> finding.code().equals("scope-language"))
			.map((finding) -> finding.details().get(1))
			.toList();
	}

	@Test
	void thoseForWhomAFormulaLacksAValueAreCountedAndItsOffersNamed() {
		for (String country : List.of("FR", "", "BE", "")) {
			this.people.create(Map.of("language", "en", "country", country, "city", ""));
		}
		assertThat(lacking("profile.country == 'FR' ? 3.0 : 1.0", MissingValue.PRIORITY))
			.containsExactly("formula-people 2");
		assertThat(lacking("profile.country == 'FR' ? 3.0 : 1.0", MissingValue.OUT))
			.containsExactly("formula-people.strict 2");
		assertThat(lacking("profile.country == profile.city ? 3.0 : 1.0", MissingValue.PRIORITY))
			.containsExactly("formula-people 4");
		assertThat(lacking("has(profile.country) && profile.country == 'FR' ? 3.0 : 1.0", MissingValue.PRIORITY))
			.isEmpty();
		assertThat(lacking("offer.attributes.margin * 2.0", MissingValue.PRIORITY))
			.containsExactly("formula-offers Names[names=[Summer sale, Gold card]]");
		assertThat(lacking("has(offer.attributes.margin) ? offer.attributes.margin : 1.0", MissingValue.OUT)).isEmpty();
		assertThat(lacking("offer.priority * 2.0", MissingValue.OUT)).isEmpty();
		assertThat(lacking("profile.country == 'FR' ? 3.0 : 1.0", MissingValue.of(2)))
			.containsExactly("formula-people.number 2");
		assertThat(lacking("offer.attributes.margin * 2.0", MissingValue.of(0.5)))
			.containsExactly("formula-offers.number Names[names=[Summer sale, Gold card]]");
	}

	/** What the review says a formula lacks. */
	private List<String> lacking(String formula, MissingValue missing) {
		DecisionContent content = content(new Criterion(1, "summer", "", formula, false, missing))
			.unguardedFor("Tried");
		Decision decision = this.samples.decision("tried-" + Long.toString(System.nanoTime(), 36), content);
		return this.review.reviewWithPeople(decision)
			.stream()
			.filter((finding) -> finding.code().matches("formula-(people|offers).*"))
			.map((finding) -> finding.code() + " " + finding.details().get(1))
			.toList();
	}

	@Test
	void thoseOfWhomATextReadsWhatIsNotKnownAreCounted() {
		for (String name : List.of("Ada", "", "")) {
			this.people.create(Map.of("language", "en", "firstName", name, "city", ""));
		}
		assertThat(blank("Hi {{profile.firstName}}!")).containsExactly("2 Names[names=[profile.firstName]]");
		assertThat(blank("Hi {{profile.firstName}} of {{profile.city}}"))
			.containsExactly("3 Names[names=[profile.city, profile.firstName]]");
		assertThat(blank("Hi {{profile.firstName|you}}!")).isEmpty();
		assertThat(blank("Hi{{#profile.firstName}} {{profile.firstName}}{{/profile.firstName}}!")).isEmpty();
		assertThat(blank("Hi {{context.name}}!")).isEmpty();
	}

	@Test
	void peopleAreCountedWhereTheReviewIsReadAndNotOnEachPageOfTheEditor() {
		this.people.create(Map.of("language", "pl", "country", "", "city", ""));
		this.samples.approved("hi", "Hi", EditorSamples.offer(1, null, null,
				List.of(new Representation(EditorSamples.HERO, "pl", "Hej {{profile.city}}", null, null))));
		this.samples.collection("his", "His", "hi");
		this.samples
			.approve(this.samples.draft("french", "French", true, EditorSamples.said(0, EditorSamples.HERO, "fr")));
		for (Criterion criterion : List.of(criterion("summer"), criterion("his"),
				new Criterion(1, "summer", "", "profile.country == 'FR' ? 3.0 : 1.0", false),
				new Criterion(1, "summer", "", "1.0/0.0", false))) {
			Decision decision = this.samples.decision("tried-" + Long.toString(System.nanoTime(), 36),
					content(criterion).unguardedFor("Tried").fallingBackTo("french"));
			List<String> counted = codes(this.review.reviewWithPeople(decision));
			assertThat(counted).containsAnyOf("fallback-readers");
			counted.removeAll(List.of("scope-language", "offer-blank", "formula-people", "fallback-readers"));
			assertThat(codes(this.review.review(decision))).isEqualTo(counted);
		}
	}

	private static List<String> codes(List<DecisionFinding> findings) {
		return new ArrayList<>(findings.stream().map(DecisionFinding::code).toList());
	}

	@Test
	void countingPeopleTakesAFewSecondsForAllOfAReview() {
		this.people.create(Map.of("language", "en"));
		CompiledCondition everybody = this.conditions.now().compile(Condition.EVERYBODY);
		AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
		Clock clock = Mockito.mock();
		Mockito.when(clock.instant()).then((asked) -> now.get());
		PeopleCount count = new PeopleCounts(this.matching, clock).begin();
		for (int later = 0; later < 5; later++) {
			now.set(Instant.EPOCH.plusSeconds(later));
			assertThat(count.count(everybody)).as("after " + later).isEqualTo(1);
		}
		now.set(Instant.EPOCH.plusSeconds(5));
		assertThat(count.count(everybody)).isEqualTo(-1);
	}

	@Test
	void whatWasNotCountedSaysSo() {
		Decision decision = this.samples.ready("told");
		for (String code : List.of("scope-language", "offer-blank", "formula-people", "formula-people.strict",
				"formula-people.number", "formula-fails", "fallback-readers")) {
			Object[] details = { "A", code.equals("fallback-readers") ? "B" : -1L,
					code.equals("fallback-readers") ? -1L : "C", "D." };
			DecisionFinding finding = DecisionFinding.in(DecisionFinding.Weight.WARNING, code,
					DecisionFinding.Step.CRITERIA, EditorSamples.HERO, details);
			assertThat(this.messages.say(List.of(finding), decision).get(0).text()).as(code)
				.contains("not counted")
				.doesNotContain("-1", "{", "#");
		}
	}

	@Test
	void ofWhomAValueIsMissingIsAskedForTheTextThatTheyRead() {
		for (String language : List.of("en", "en", "fr", "fr-BE", "fr-CA", "nl", "")) {
			this.people.create(Map.of("language", language, "firstName", "", "city", "Gent"));
		}
		String named = "Hi {{profile.firstName}}";
		assertThat(blank(text("en", named, false), text("fr", "Bonjour", false))).containsExactly("2");
		assertThat(blank(text("en", "Hi", false), text("fr", named, false))).containsExactly("3");
		assertThat(blank(text("fr", named, false), text("fr-BE", "Bonjour", false))).containsExactly("2");
		assertThat(blank(text("fr", "Bonjour", false), text("fr-BE", named, false))).containsExactly("1");
		assertThat(blank(text("en", named, true), text("fr", "Bonjour", false))).containsExactly("4");
		assertThat(blank(text("en", "Hi", true), text("fr", named, false))).containsExactly("3");
		assertThat(blank(text("", named, false), text("fr", "Bonjour", false), text("en", "Hi", false)))
			.containsExactly("2");
		assertThat(blank(text("en", "Hi {{profile.city}}", true), text("nl", named, false))).containsExactly("1");
		assertThat(blank(text("de", named, false), text("en", "Hi", false))).isEmpty();
	}

	private static Representation text(String language, String content, boolean main) {
		return new Representation(EditorSamples.HERO, language, content, null, null, main);
	}

	/** How many the review says have a gap in what they read. */
	private List<String> blank(Representation... texts) {
		String slug = "said-" + Long.toString(System.nanoTime(), 36);
		this.samples.approved(slug, "Said", EditorSamples.offer(1, null, null, List.of(texts)));
		this.samples.collection(slug + "s", "Said", slug);
		return details(content(criterion(slug + "s")).unguardedFor("Tried"), "offer-blank").stream()
			.map((details) -> String.valueOf(details.get(1)))
			.toList();
	}

	/** What the review says of a text that reads something unknown. */
	private List<String> blank(String text) {
		String slug = "said-" + Long.toString(System.nanoTime(), 36);
		this.samples.approved(slug, "Said", EditorSamples.offer(1, null, null,
				List.of(new Representation(EditorSamples.HERO, "en", text, null, null))));
		this.samples.collection(slug + "s", "Said", slug);
		return details(content(criterion(slug + "s")).unguardedFor("Tried"), "offer-blank").stream()
			.map((details) -> details.get(1) + " " + details.get(2))
			.toList();
	}

	@Test
	void whatIsSaidOfOffersReadsWellOfOneAndOfSeveral() {
		for (DecisionFinding.Names names : List.of(new DecisionFinding.Names(List.of("Gold")),
				new DecisionFinding.Names(List.of("Gold", "Tin")))) {
			String named = String.join(", ", names.names());
			assertThat(said("formula-fails", "Summer", 0L, names, "Why.")).containsExactly(
					"Summer: without a rank, so never shown: " + named + ". Why.",
					"Summer\u00a0: sans rang, donc sans affichage\u00a0: " + named + ". Why.",
					"Summer: zonder rang, dus nooit te zien: " + named + ". Why.");
			assertThat(said("formula-offers", "Summer", names)).containsExactly(
					"Summer: without a value that the formula reads: " + named + ". The priority counts there.",
					"Summer\u00a0: sans une valeur que lit la formule\u00a0: " + named
							+ ". C’est la priorité qui y compte.",
					"Summer: zonder een waarde die de formule leest: " + named + ". Daar telt de prioriteit.");
			assertThat(said("formula-offers.strict", "Summer", names)).containsExactly(
					"Summer: without a value that the formula reads, so never shown: " + named + ".",
					"Summer\u00a0: sans une valeur que lit la formule, donc sans affichage\u00a0: " + named + ".",
					"Summer: zonder een waarde die de formule leest, dus nooit te zien: " + named + ".");
		}
		Map<Long, List<String>> numbers = Map.of(1L,
				List.of("Why. This is for 1 person.", "Why. C’est pour 1 personne.", "Why. Dit is voor 1 persoon."),
				1500L, List.of("Why. This is for 1,500 people.", "Why. C’est pour 1 500 personnes.",
						"Why. Dit is voor 1.500 mensen."));
		numbers.forEach((number, ends) -> {
			List<String> said = said("formula-fails", "Summer", number, new DecisionFinding.Names(List.of("Gold")),
					"Why.");
			for (int at = 0; at < ends.size(); at++) {
				assertThat(said.get(at).replaceAll("[\u00a0\u202f]", " ")).endsWith(ends.get(at));
			}
		});
	}

	/** A finding in English, French and Dutch. */
	private List<String> said(String code, Object... details) {
		Decision decision = this.samples.decision("said-" + Long.toString(System.nanoTime(), 36),
				DecisionContent.BLANK);
		DecisionFinding finding = DecisionFinding.at(DecisionFinding.Weight.WARNING, code, EditorSamples.HERO, 1,
				details);
		try {
			return Stream.of("en", "fr", "nl").map((language) -> {
				LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
				return this.messages.say(List.of(finding), decision).get(0).text();
			}).toList();
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	@Test
	void aFormulaThatDecidesNothingBetweenItsOffersIsTold() {
		Map.of("12.5", "formula-constant", "profile.country == 'FR' ? 3.0 : 1.0", "formula-same", "context.boost * 2.0",
				"formula-same")
			.forEach((formula, code) -> {
				DecisionContent alone = content(new Criterion(1, "summer", "", formula, false));
				assertThat(findings(alone)).as(formula).contains("WARNING " + code);
				DecisionContent beside = content(new Criterion(2, "summer", "", formula, false),
						new Criterion(2, "summer", "", "", false));
				assertThat(findings(beside)).as(formula).doesNotContain("WARNING " + code);
			});
		assertThat(findings(content(new Criterion(1, "summer", "", "offer.priority * 2.0", false))))
			.doesNotContain("WARNING formula-constant", "WARNING formula-same");
	}

	@Test
	void aFormulaThatNeverGivesANumberIsTold() {
		this.people.create(Map.of("language", "en"));
		for (String formula : List.of("1.0/0.0", "offer.priority / (1.0 - 1.0)")) {
			assertThat(details(content(new Criterion(1, "summer", "", formula, false)), "formula-fails")).as(formula)
				.singleElement()
				.satisfies((details) -> assertThat(details.get(1)).isEqualTo(1L));
		}
		for (String formula : List.of("context.x / 0.5", "has(profile.city) ? 2.0 : 1.0/0.0",
				"has(context.x) ? 2.0 : 1.0/0.0", "profile.country == 'FR' ? 1.0/0.0 : 2.0", "offer.priority / 2.0")) {
			assertThat(details(content(new Criterion(1, "summer", "", formula, false)), "formula-fails")).as(formula)
				.isEmpty();
		}
		this.samples.approved("french", "French",
				EditorSamples.offer(70, null, FRENCH, EditorSamples.said(EditorSamples.HERO, "")));
		this.samples.collection("some", "Some", "french", "gold-card");
		assertThat(details(content(new Criterion(1, "some", "", "offer.priority > 60.0 ? 1.0/0.0 : 1.0", false)),
				"formula-fails"))
			.singleElement()
			.satisfies((details) -> assertThat(details).startsWith("Some", 0L,
					new DecisionFinding.Names(List.of("French"))));
	}

	@Test
	void aFallbackThatPeopleCannotReadIsToldWithTheirNumber() {
		for (String language : List.of("nl", "fr-BE", "")) {
			this.people.create(language.isEmpty() ? Map.of("city", "Gent") : Map.of("language", language));
		}
		this.samples
			.approve(this.samples.draft("french", "French", true, EditorSamples.said(0, EditorSamples.HERO, "fr")));
		assertThat(details(content(criterion("summer")).fallingBackTo("french"), "fallback-readers")).singleElement()
			.satisfies((details) -> assertThat(details.get(2)).isEqualTo(2L));
		assertThat(details(content(criterion("summer")), "fallback-readers")).isEmpty();
	}

	@Test
	void aTimeThatClocksSkipIsTold() {
		LocalDateTime skipped = LocalDateTime.of(2090, 3, 26, 2, 30);
		assertThat(details(content(criterion("summer")).during(new Validity(skipped, null, "Europe/Brussels"), false),
				"validity-gap"))
			.containsExactly(List.of(skipped, "Europe/Brussels", skipped.plusHours(1)));
		assertThat(
				details(content(criterion("summer")).during(new Validity(skipped, null, "UTC"), false), "validity-gap"))
			.isEmpty();
		this.samples.approved("gap", "Gap", EditorSamples.offer(1, new Validity(null, skipped, "Europe/Paris"), null,
				EditorSamples.said(EditorSamples.HERO, "")));
		this.samples.collection("gaps", "Gaps", "gap");
		assertThat(details(content(criterion("gaps")), "offer-gap")).singleElement()
			.satisfies((details) -> assertThat(details).contains("Gap", skipped));
	}

	private List<List<Object>> details(DecisionContent content, String code) {
		Decision decision = this.samples.decision("tried-" + Long.toString(System.nanoTime(), 36), content);
		return this.review.reviewWithPeople(decision)
			.stream()
			.filter((finding) -> finding.code().equals(code))
			.map(DecisionFinding::details)
			.toList();
	}

	@Test
	void aValidityInThePastIsAnError() {
		Validity over = new Validity(null, LocalDateTime.of(2020, 1, 1, 0, 0), "UTC");
		assertThat(findings(content(criterion("summer")).during(over, false))).contains("ERROR validity-over");
		Validity turned = new Validity(LocalDateTime.of(2090, 1, 1, 0, 0), LocalDateTime.of(2080, 1, 1, 0, 0), "UTC");
		assertThat(findings(content(criterion("summer")).during(turned, false))).contains("ERROR validity-empty");
	}

	@Test
	void moreThanThirtyScopesOrCriteriaAreErrors() {
		Criterion[] many = IntStream.rangeClosed(1, 31)
			.mapToObj((order) -> criterion("summer").at(order))
			.toArray(Criterion[]::new);
		assertThat(findings(content(many))).contains("ERROR many-criteria");
		DecisionScope[] scopes = IntStream.rangeClosed(1, 31).mapToObj((number) -> {
			this.samples.placement("place-" + number, "Place " + number, Surface.WEB);
			return new DecisionScope("place-" + number, List.of());
		}).toArray(DecisionScope[]::new);
		assertThat(findings(EditorSamples.content(scopes))).contains("ERROR many-scopes");
	}

	@Test
	void aDraftThatGivesTheKeyAloneToAnotherPlacementIsAWarning() {
		DecisionScope hero = EditorSamples.scope(criterion("summer"));
		DecisionScope banner = new DecisionScope("journal-banner", List.of(criterion("workshops")));
		Decision draft = this.samples.decision("keyed", EditorSamples.content(hero, banner));
		assertThat(shortKey(draft)).isEmpty();
		assertThat(shortKey(edit(draft, EditorSamples.content(banner, hero)))).isEmpty();
		Decision live = this.management.publish(draft.id(), version(edit(draft, EditorSamples.content(hero, banner))),
				People.OPERATOR);
		assertThat(shortKey(live)).isEmpty();
		for (DecisionContent other : List.of(EditorSamples.content(banner, hero), EditorSamples.content(banner))) {
			assertThat(shortKey(edit(live, other))).containsExactly(List.of("keyed", "Journal banner", "Web hero"));
		}
		for (DecisionContent same : List.of(EditorSamples.content(hero), EditorSamples.content(hero, banner),
				EditorSamples.content(new DecisionScope("nowhere", List.of()), hero), EditorSamples.content())) {
			assertThat(shortKey(edit(live, same))).isEmpty();
		}
	}

	private List<List<Object>> shortKey(Decision decision) {
		return this.review.review(decision)
			.stream()
			.filter((finding) -> finding.code().equals("short-key"))
			.map(DecisionFinding::details)
			.toList();
	}

	private Decision edit(Decision decision, DecisionContent content) {
		Decision now = this.decisions.get(decision.slug());
		return this.management.edit(now.id(), version(now), now.name(), "", content, People.OPERATOR);
	}

	private static int version(Decision decision) {
		return Objects.requireNonNull(decision.version());
	}

	@Test
	void aPlacementThatIsGoneIsAnError() {
		assertThat(findings(EditorSamples.content(new DecisionScope("nowhere", List.of()))))
			.contains("ERROR placement-gone");
	}

	private List<String> findings(DecisionContent content) {
		Decision decision = this.samples.decision("tried-" + Long.toString(System.nanoTime(), 36), content);
		return this.review.reviewWithPeople(decision).stream().map((one) -> one.weight() + " " + one.code()).toList();
	}

	private static DecisionContent content(Criterion... criteria) {
		return EditorSamples.content(EditorSamples.scope(IntStream.range(0, criteria.length)
			.mapToObj((at) -> criteria[at].at(Math.max(at + 1, criteria[at].order())))
			.toArray(Criterion[]::new)));
	}

	private static Criterion criterion(String collection, Comparison... all) {
		return EditorSamples.criterion(1, collection, all);
	}

}
