package dev.sayso.decision.editor;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sayso.decision.Criterion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds how the criteria of a scope are rearranged.
 */
class TiersTests {

	@ParameterizedTest
	@CsvSource({ "up, 1, 'a|bc|d'", "up, 2, 'a|b|c|d'", "up, 3, 'a|c|b|d'", "up, 4, 'a|d|bc'", "down, 1, 'bc|a|d'",
			"down, 2, 'a|c|b|d'", "down, 4, 'a|bc|d'", "join, 1, 'a|bc|d'", "join, 2, 'ab|c|d'", "join, 4, 'a|bcd'",
			"remove, 1, 'bc|d'", "remove, 3, 'a|b|d'" })
	void aCriterionMovesOutOfItsTierOrPastTheNext(String act, int place, String after) {
		assertThat(change((tiers) -> switch (act) {
			case "up" -> tiers.up(place);
			case "down" -> tiers.down(place);
			case "join" -> tiers.join(place);
			default -> tiers.remove(place);
		})).isEqualTo(after);
	}

	@ParameterizedTest
	@CsvSource({ "true, 'a|bc|dx'", "false, 'a|bc|d|x'" })
	void aNewOneCompetesWithTheLastOrComesAfterIt(boolean competes, String after) {
		assertThat(change((tiers) -> tiers.add(one(9, "x"), competes))).isEqualTo(after);
	}

	private static String change(UnaryOperator<Tiers> act) {
		Tiers tiers = Tiers.of(List.of(one(9, "d"), one(3, "b"), one(0, "a"), one(3, "c")));
		List<Criterion> criteria = act.apply(tiers).criteria();
		return criteria.stream()
			.collect(Collectors.groupingBy(Criterion::order,
					Collectors.mapping(Criterion::collection, Collectors.joining())))
			.values()
			.stream()
			.collect(Collectors.joining("|"));
	}

	private static Criterion one(int order, String collection) {
		return new Criterion(order, collection, "", "", false);
	}

}
