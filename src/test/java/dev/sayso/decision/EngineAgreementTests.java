package dev.sayso.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
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
	void theEngineDecidesAsTheRulesAreRead() {
		long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
		Random random = new Random(seed);
		for (int number = 0; number < Integer.getInteger("catalogues", 600); number++) {
			RandomCatalogue catalogue = new RandomCatalogue(random);
			LiveDecision live = new LiveSnapshotAssembly(catalogue.offers, catalogue.collections, catalogue.placements,
					this.conditions.now(), this.templates.now(), this.formulas)
				.holding(UUID.randomUUID(), 1, "some", "Some", catalogue.decision);
			for (int one = 0; one < 8; one++) {
				agree(catalogue, live, random, "seed " + seed + ", catalogue " + number);
			}
		}
	}

	private void agree(RandomCatalogue catalogue, LiveDecision live, Random random, String which) {
		Somebody person = new Somebody(pick(random, null, "FR", "BE"), pick(random, "", "fr", "nl-be", "de", "en-gb"),
				random.nextBoolean(), random.nextBoolean());
		Map<String, Object> context = random.nextBoolean() ? Map.of("boost", 2.5) : Map.of();
		DecisionContext asking = asking(catalogue, person, context);
		List<DecisionEngine.Asked> scopes = live.scopes()
			.values()
			.stream()
			.map((scope) -> new DecisionEngine.Asked(live, scope, scope.placement().items()))
			.toList();
		List<ScopeResult> told = DecisionEngine.decide(scopes, asking, true);
		assertThat(told.stream().map(EngineAgreementTests::expected).toList())
			.as(() -> which + "\n" + person + context + "\n" + catalogue.decision + "\n" + trace(told))
			.isEqualTo(new ObviousEngine(catalogue, person, context).decide());
		assertThat(DecisionEngine.decide(scopes, asking, false).stream().map(EngineAgreementTests::expected)).as(which)
			.containsExactlyElementsOf(told.stream().map(EngineAgreementTests::expected).toList());
		told.forEach((chosen) -> {
			guarded(live, person, chosen, which);
			explained(chosen, asking, which);
		});
	}

	private DecisionContext asking(RandomCatalogue catalogue, Somebody person, Map<String, Object> context) {
		Details details = new Details(null, "Ana", null, null, null, null, null, null, null, null, "Ghent",
				person.country(), person.language(), null, null);
		PersonFacts known = this.people.imagined(details, Map.of(), Says.personalize(person.personalizes()));
		CapUsage counts = (offer) -> catalogue.spent.get(offer.id())
				? new Cap(Cap.Event.DISPLAY, true, 1, Cap.Period.DAY) : null;
		return new DecisionContext(RandomCatalogue.NOW, known, person.personalizes(), person.models(),
				person.language(), context, counts);
	}

	private static ObviousEngine.Expected expected(ScopeResult chosen) {
		return new ObviousEngine.Expected(chosen.items().stream().map((item) -> item.offer().slug()).toList(),
				(chosen.fallback() != null) ? chosen.fallback().offer().slug() : "", chosen.reason());
	}

	/**
	 * Nothing personal ever reaches somebody who has not consented to it.
	 */
	private static void guarded(LiveDecision live, Somebody person, ScopeResult chosen, String which) {
		if (live.guarded() && !person.personalizes()) {
			assertThat(chosen.items()).as(which)
				.noneMatch((item) -> item.offer().personal() || item.content().contains("Ana")
						|| item.content().contains("Ghent"));
		}
		if (chosen.fallback() != null) {
			assertThat(chosen.fallback().content()).as(which).isEqualTo("Everybody");
		}
	}

	/**
	 * The trace tells of what was picked, and what it says stood against the others does.
	 */
	private static void explained(ScopeResult chosen, DecisionContext asking, String which) {
		assertThat(chosen.trace()
			.stream()
			.filter((step) -> step.outcome() == CandidateOutcome.PICKED)
			.map(TraceEntry::offer)).as(which)
			.containsExactlyElementsOf(chosen.items().stream().map(ChosenOffer::offer).toList());
		if (chosen.reason() == DecisionReason.NOT_LIVE) {
			return;
		}
		List<String> told = new ArrayList<>();
		for (TraceEntry step : chosen.trace()) {
			told.add(step.criterion().place() + " " + step.offer().slug());
			assertThat(stands(step, asking)).as(which + ": " + step.offer().slug() + " " + step.outcome()).isTrue();
		}
		assertThat(told).as(which).doesNotHaveDuplicates();
		if (chosen.items().isEmpty()) {
			assertThat(told).as(which)
				.hasSize(chosen.scope().rungs().stream().mapToInt((rung) -> rung.candidates().length).sum());
		}
	}

	private static boolean stands(TraceEntry step, DecisionContext asking) {
		LiveOffer offer = step.offer();
		LiveCriterion criterion = step.criterion();
		Instant at = asking.at();
		return switch (step.outcome()) {
			case NOT_YET -> offer.begins().isAfter(at);
			case OVER -> !offer.ends().isAfter(at);
			case GUARDED -> !asking.personalizes() && (offer.personal() || criterion.personal());
			case CRITERION_NOT_ELIGIBLE -> !criterion.eligible().holds(asking.person());
			case NOT_ELIGIBLE -> !offer.eligible().holds(asking.person());
			case BROKEN -> criterion.broken() || criterion.eligible() == null || offer.eligible() == null;
			case CAPPED -> asking.counts().spent(offer) == step.because() || step.because() instanceof Cap;
			case FORMULA_FAILED -> criterion.formula() != null && step.because() instanceof FormulaException;
			case PICKED, OUTRANKED, SHOWN_ALREADY -> step.score() != null;
			case NO_REPRESENTATION -> true;
			case CONTENT_FAILED -> false;
		};
	}

	private static String trace(List<ScopeResult> told) {
		return told.stream()
			.flatMap((chosen) -> chosen.trace().stream())
			.map((step) -> step.criterion().place() + " " + step.offer().slug() + " " + step.outcome() + " "
					+ step.score())
			.toList()
			.toString();
	}

	@SafeVarargs
	private static <T> T pick(Random random, T... of) {
		return of[random.nextInt(of.length)];
	}

}
