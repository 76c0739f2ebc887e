package dev.sayso.decision.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Holds that a formula gives the number that somebody who is no programmer expects, or
 * says what it lacks.
 */
class FormulaTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "offer.priority * 2 + 10|24", "1 / 2|0.5", "2 * 1.5|3",
			"-offer.priority|-7", "-3 + 0x10|13", "5u + 1|6", "offer.attributes.margin * 2|6",
			"offer.attributes['margin'] * 2|6", "profile.attributes.points * 2|25", "7|7",
			"offer.priority > 5 ? 1 : 0|1", "offer.priority == 7 ? 1 : 0|1", "offer.priority >= 7.0 ? 1 : 0|1",
			"offer.attributes.margin < 4 ? 1 : 0|1", "offer.attributes.margin == 3 ? 1 : 0|1",
			"offer.attributes.category in ['shoes', 'hats'] ? 1 : 0|1", "3 in [1, 2, 3] ? 1 : 0|1",
			"profile.attributes.tier == 'gold' ? 100 : 0|100", "profile.attributes.member ? 1 : 0|1",
			"offer.attributes.fresh && profile.attributes.member ? 1 : 0|1",
			"offer.name.startsWith('Spring') ? 1 : 0|1", "offer.key.contains('sale') ? 1 : 0|1",
			"offer.key.endsWith('x') ? 1 : 0|0", "size(profile.firstName) * 2|8", "profile.firstName.size() / 8|0.5",
			"now.getHours() * 2|20", "now.getFullYear() - 2000|26", "int(2.9) + 0.5|2.5",
			"math.greatest(1, offer.priority, 3)|7", "math.least(offer.priority, 2.5)|2.5", "math.round(2.4) * 2|4",
			"math.greatest([1, 2, offer.priority])|7", "math.abs(-2)|2", "math.sqrt(9)|3", "[10, 20, 30][1]|20",
			"{'gold': 3, 'silver': 2}[profile.attributes.tier]|3", "{'gold': 3}['gold']|3",
			"[1, 2, 3].exists(x, x > offer.priority) ? 1 : 0|0", "[1, 2, 3].exists_one(x, x == 2) ? 1 : 0|1",
			"size([1, 2, 3].filter(x, x > 1))|2", "[1, 2].all(one, one < offer.priority) ? 1 : 0|1",
			"double(string(offer.priority))|7", "double('2') + 1|3" })
	void aFormulaGivesWhatPeopleExpect(String formula, double score) {
		assertThat(FormulaSamples.score(formula)).isEqualTo(score);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "now - profile.attributes.lastOrder < duration('720h') ? 1 : 0|1",
					"now - profile.attributes.lastOrder < days(14) ? 1 : 0|0",
					"now - profile.attributes.lastOrder < days(14.5) ? 1 : 0|1",
					"now - days(30) < profile.attributes.lastOrder ? 1 : 0|1",
					"profile.createdAt < timestamp('2026-02-01T00:00:00Z') ? 1 : 0|1",
					"profile.attributes.lastOrder == timestamp('2026-02-28T23:00:00Z') ? 1 : 0|1",
					"profile.attributes.lastOrder.getDate('Europe/Paris')|1",
					"(now - profile.attributes.lastOrder).getHours()|347" })
	void daysBeginWhereThePersonIs(String formula, double score) {
		assertThat(FormulaSamples.score(formula)).isEqualTo(score);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "context.page.depth * 2|4", "context['page']['depth'] * 2|4", "context.basket[1].price + 1|21.5",
					"context.basket.exists(line, line.price > 20) ? 1 : 0|1", "size(context.basket)|2",
					"has(context.page.depth) ? 1 : 0|1", "has(context.page.title) ? 1 : 0|0",
					"has(context.nothing.at.all) ? 1 : 0|0", "has(context.empty) ? 1 : 0|0",
					"offer.attributes.category in context.seen ? 1 : 0|1", "context.depth == 2 ? 1 : 0|1" })
	void theContextIsReadAsItComes(String formula, double score) {
		Map<String, Object> context = new LinkedHashMap<>(Map.of("page", Map.of("depth", 2), "basket",
				List.of(Map.of("price", 10), Map.of("price", 20.5)), "seen", List.of("shoes"), "depth", 2L));
		context.put("empty", null);
		assertThat(FormulaSamples.score(formula, context)).isEqualTo(score);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "has(profile.attributes.tier) ? 1 : 0|1",
			"has(profile.birthDate) ? 1 : 0|0", "has(profile.birthDate) && now > profile.birthDate ? 1 : 0|0",
			"has(offer.attributes.size) ? 1 : 0|0", "has(offer.attributes.margin) ? offer.attributes.margin : 0|3" })
	void whatIsMissingCanBeAskedFor(String formula, double score) {
		assertThat(FormulaSamples.score(formula)).isEqualTo(score);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "offer.attributes.size * 2|missing|offer.attributes.size", "context.x.y + 1|missing|context.x.y",
					"profile.country == 'FR' ? 1 : 0|missing|profile.country",
					"profile['birthDate'] < now ? 1 : 0|missing|profile.birthDate", "1 / 0|infinite|",
					"0.0 / 0.0|infinite|", "offer.attributes.category|result|", "offer.attributes.category * 2|kinds|",
					"offer.attributes.category < 2 ? 1 : 0|kinds|", "[1, 2][5]|other|",
					"{'gold': 3}[offer.attributes.category]|other|", "double(offer.name)|other|",
					"now + days(1e300) > now ? 1 : 0|other|", "offer.attributes.fresh ? math.sqrt(-1) : 0|infinite|" })
	void whatGivesNoNumberSaysWhy(String formula, String code, String name) {
		FormulaException failed = catchThrowableOfType(FormulaException.class, () -> FormulaSamples.score(formula));
		assertThat(failed.code()).isEqualTo(code);
		assertThat(failed.name()).isEqualTo(name);
	}

	@Test
	void whatIsMissingDoesNotMatterWhereTheRestDecides() {
		assertThat(FormulaSamples.score("profile.country == 'FR' || profile.attributes.member ? 1 : 0")).isEqualTo(1);
		assertThat(FormulaSamples.score("profile.country == 'FR' && offer.priority > 9 ? 1 : 0")).isZero();
	}

	@Test
	void ofNobodyNothingIsKnown() {
		FormulaEvaluation evaluation = FormulaSamples.formulas()
			.compile("has(profile.firstName) ? 1 : offer.priority")
			.evaluate(null, Map.of(), FormulaSamples.NOW);
		assertThat(evaluation.score(FormulaSamples.offer())).isEqualTo(7);
	}

	@Test
	void whatAFormulaReadsIsKnownExactly() {
		Formula formula = FormulaSamples.formulas()
			.compile("context.page.depth + context['a b'] + (has(profile.firstName) ? offer.priority : 0)");
		assertThat(formula.readsProfile()).isTrue();
		assertThat(formula.parts()).containsExactly(FormulaSamples.Known.class);
		assertThat(formula.variables()).extracting(FormulaVariable::name)
			.containsExactly("context.page.depth", "context.a b", "has(profile.firstName)", "offer.priority");
		Formula plain = FormulaSamples.formulas()
			.compile("[1, 2].exists(x, x == context.profile) ? 1 : offer.priority");
		assertThat(plain.readsProfile()).isFalse();
		assertThat(plain.parts()).isEmpty();
	}

	@Test
	void thePersonIsReadButOnceForAllOffers() {
		FormulaEvaluation evaluation = FormulaSamples.formulas()
			.compile("offer.priority * profile.attributes.points")
			.evaluate(FormulaSamples.anna(), Map.of(), FormulaSamples.NOW);
		assertThat(evaluation.score(RankableOffer.of(1, "a", "a", Map.of()))).isEqualTo(12.5);
		assertThat(evaluation.score(RankableOffer.of(2, "b", "b", Map.of()))).isEqualTo(25);
	}

	@Test
	void manyThreadsShareAFormula() throws Exception {
		Formula formula = FormulaSamples.formulas()
			.compile("[1, 2, 3].exists(x, x == offer.priority) ? profile.attributes.points : offer.priority");
		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<Future<Double>> sums = new ArrayList<>();
		for (int thread = 0; thread < 8; thread++) {
			sums.add(threads.submit(() -> {
				FormulaEvaluation evaluation = formula.evaluate(FormulaSamples.anna(), Map.of(), FormulaSamples.NOW);
				double sum = 0;
				for (int priority = 1; priority <= 1000; priority++) {
					sum += evaluation.score(RankableOffer.of(priority, "a", "a", Map.of()));
				}
				return sum;
			}));
		}
		threads.shutdown();
		for (Future<Double> sum : sums) {
			assertThat(sum.get()).isEqualTo(500500 - 6 + 3 * 12.5);
		}
	}

}
