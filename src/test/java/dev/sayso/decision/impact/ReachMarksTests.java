package dev.sayso.decision.impact;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds by which marks offers are told apart.
 */
class ReachMarksTests {

	private final ReachMarks marks = new ReachMarks();

	@Test
	void anOfferHasOneMarkOnAllPlacements() {
		assertThat(this.marks.assign(List.of("table", "throw"))).containsEntry("table", 1).containsEntry("throw", 2);
		assertThat(this.marks.assign(List.of("throw", "visit"))).containsEntry("throw", 2).containsEntry("visit", 3);
	}

	@Test
	void twoOffersOfOnePlacementNeverHaveTheSame() {
		List.of("a", "b", "c", "d", "e", "f").forEach((offer) -> this.marks.assign(List.of(offer)));
		assertThat(this.marks.assign(List.of("a", "b", "f", "d", "e"))).hasSize(5)
			.containsEntry("a", 1)
			.doesNotContainValue(ReachMarks.OTHERS)
			.satisfies((here) -> assertThat(here.values()).doesNotHaveDuplicates());
	}

}
