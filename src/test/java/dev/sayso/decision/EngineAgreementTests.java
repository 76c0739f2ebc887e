package dev.sayso.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.contact.ActionPolicies;
import dev.sayso.decision.ScopeResult.TraceEntry;
import dev.sayso.decision.formula.FormulaException;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.offer.Cap;
import dev.sayso.offer.text.Templates;
import dev.sayso.person.Details;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the engine against one that reads the rules slowly, for whatever is in the
 * catalogue and whoever asks. {@code -Dseed=} replays, {@code -Dcatalogues=} makes more.
 */
@ProductTest
class EngineAgreementTests {

	@Autowired
	ConditionCompiler conditions;

	@Autowired
	Templates templates;

	@Autowired
	Formulas formulas;

	@Autowired
	PeopleLoader people;

	@Test
	@Tag("fuzz")
	void theEngineDecidesAsTheRulesAreRead() {
		long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
		Random random = new Random(seed);
		for (int number = 0; number < Integer.getInteger("catalogues",
				Boolean.getBoolean("sayso.outer") ? 2000 : 200); number++) {
			RandomCatalogue catalogue = new RandomCatalogue(random);
			LiveDecision live = new LiveSnapshotAssembly(catalogue.offers, catalogue.collections, catalogue.placements,
					this.conditions.now(), this.templates.now(), this.formulas, ActionPolicies.NONE)
				.holding(UUID.randomUUID(), 1, "some", "Some", catalogue.decision);
			for (int one = 0; one < 8; one++) {
				agree(catalogue, live, random, "seed " + seed + ", catalogue " + number);
			}
		}
	}

	@Test
	void whatAStrategySaysIsDecidedAsIfItWereTheDecisionsOwn() {
		long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
		Random random = new Random(seed);
		for (int number = 0; number < Integer.getInteger("catalogues", 600) / 3; number++) {
			RandomCatalogue catalogue = new RandomCatalogue(random);
			NamedCriteria named = NamedCriteria.of(catalogue.decision, random);
			assertThat(named.content().isShared()).isEqualTo(!named.said().isEmpty());
			LiveDecision live = new LiveSnapshotAssembly(catalogue.offers, catalogue.collections, catalogue.placements,
					this.conditions.now(), this.templates.now(), this.formulas, ActionPolicies.NONE)
				.holding(UUID.randomUUID(), 1, "some", "Some", named.content().resolve(named.said()));
			for (int one = 0; one < 4; one++) {
				agree(catalogue, live, random, "seed " + seed + ", catalogue " + number + ", " + named);
			}
		}
	}

	private void agree(RandomCatalogue catalogue, LiveDecision live, Random random, String which) {
		OraclePerson person = new OraclePerson(pick(random, null, "FR", "BE"),
				pick(random, "", "fr", "nl-be", "de", "en-gb"), random.nextBoolean(), random.nextBoolean());
		Map<String, Object> values = random.nextBoolean() ? Map.of("boost", 2.5) : Map.of();
		DecisionContext context = context(catalogue, person, values);
		List<DecisionEngine.RequestedScope> scopes = live.scopes()
			.values()
			.stream()
			.map((scope) -> new DecisionEngine.RequestedScope(live, scope, scope.placement().items()))
			.toList();
		List<ScopeResult> results = DecisionEngine.decide(scopes, context, true);
		assertThat(results.stream().map(EngineAgreementTests::expected).toList())
			.as(() -> which + "\n" + person + values + "\n" + catalogue.decision + "\n" + trace(results))
			.isEqualTo(new ObviousEngine(catalogue, person, values).decide());
		assertThat(DecisionEngine.decide(scopes, context, false).stream().map(EngineAgreementTests::expected)).as(which)
			.containsExactlyElementsOf(results.stream().map(EngineAgreementTests::expected).toList());
		results.forEach((result) -> {
			guarded(live, person, result, which);
			explained(result, context, which);
		});
	}

	private DecisionContext context(RandomCatalogue catalogue, OraclePerson person, Map<String, Object> values) {
		Details details = new Details(null, "Ana", null, null, null, null, null, null, null, null, "Ghent",
				person.country(), person.language(), null, null);
		PersonFacts known = this.people.imagined(details, Map.of(), SampleConsents.personalize(person.personalizes()));
		CapUsage usage = (offer) -> catalogue.spent.get(offer.id())
				? new Cap(Cap.Event.DISPLAY, true, 1, Cap.Period.DAY) : null;
		return new DecisionContext(RandomCatalogue.NOW, known, person.personalizes(), person.models(),
				person.language(), values, usage);
	}

	private static ObviousEngine.Expected expected(ScopeResult result) {
		return new ObviousEngine.Expected(result.items().stream().map((item) -> item.offer().slug()).toList(),
				(result.fallback() != null) ? result.fallback().offer().slug() : "", result.reason());
	}

	/**
	 * Nothing personal ever reaches somebody who has not consented to it.
	 */
	private static void guarded(LiveDecision live, OraclePerson person, ScopeResult result, String which) {
		if (live.guarded() && !person.personalizes()) {
			assertThat(result.items()).as(which)
				.noneMatch((item) -> item.offer().personal() || item.content().contains("Ana")
						|| item.content().contains("Ghent"));
		}
		if (result.fallback() != null) {
			assertThat(result.fallback().content()).as(which).isEqualTo("Everybody");
		}
	}

	/**
	 * The trace tells of what was picked, and what it says stood against the others does.
	 */
	private static void explained(ScopeResult result, DecisionContext context, String which) {
		assertThat(result.trace()
			.stream()
			.filter((entry) -> entry.outcome() == CandidateOutcome.PICKED)
			.map(TraceEntry::offer)).as(which)
			.containsExactlyElementsOf(result.items().stream().map(ChosenOffer::offer).toList());
		if (result.reason() == DecisionReason.NOT_LIVE) {
			return;
		}
		List<String> told = new ArrayList<>();
		for (TraceEntry entry : result.trace()) {
			told.add(entry.criterion().place() + " " + entry.offer().slug());
			assertThat(stands(entry, context)).as(which + ": " + entry.offer().slug() + " " + entry.outcome()).isTrue();
		}
		assertThat(told).as(which).doesNotHaveDuplicates();
		if (result.items().isEmpty()) {
			assertThat(told).as(which)
				.hasSize(result.scope().tiers().stream().mapToInt((tier) -> tier.candidates().length).sum());
		}
	}

	private static boolean stands(TraceEntry entry, DecisionContext context) {
		LiveOffer offer = entry.offer();
		LiveCriterion criterion = entry.criterion();
		Instant at = context.at();
		return switch (entry.outcome()) {
			case NOT_YET -> offer.begins().isAfter(at);
			case OVER -> !offer.ends().isAfter(at);
			case GUARDED -> !context.personalizes() && (offer.personal() || criterion.personal());
			case CRITERION_NOT_ELIGIBLE -> !criterion.eligible().holds(context.person());
			case NOT_ELIGIBLE -> !offer.eligible().holds(context.person());
			case BROKEN -> criterion.broken() || criterion.eligible() == null || offer.eligible() == null;
			case POLICY -> false;
			case CAPPED -> context.capUsage().spent(offer) == entry.because() || entry.because() instanceof Cap;
			case FORMULA_FAILED -> criterion.formula() != null && entry.because() instanceof FormulaException;
			case PICKED, OUTRANKED, SHOWN_ALREADY -> entry.score() != null;
			case NO_REPRESENTATION, NO_TEXT_IN_LANGUAGE -> true;
			case CONTENT_FAILED -> false;
		};
	}

	private static String trace(List<ScopeResult> results) {
		return results.stream()
			.flatMap((result) -> result.trace().stream())
			.map((entry) -> entry.criterion().place() + " " + entry.offer().slug() + " " + entry.outcome() + " "
					+ entry.score())
			.toList()
			.toString();
	}

	@SafeVarargs
	private static <T> T pick(Random random, T... of) {
		return of[random.nextInt(of.length)];
	}

}
