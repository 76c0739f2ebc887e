package dev.sayso.decision.impact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.DecisionReason;

/**
 * How many people get what, of the version that holds and of a draft.
 *
 * @param at the moment both were asked about
 * @param live the number of the version that holds; null where none does yet
 * @param sampled whether those are a sample of all there are
 * @param languages how many read each language, by tag; empty for those of whom it is not
 * known
 */
record ImpactResult(Instant at, @Nullable Integer live, long people, boolean sampled, List<InScope> scopes,
		Map<String, Long> languages) {

	/** One from before languages were counted has none. */
	ImpactResult {
		languages = (languages != null) ? languages : Map.of();
	}

	/** As it is kept: of hundreds of offers there may be very many ways. */
	ImpactResult withoutMoves() {
		return new ImpactResult(this.at, this.live, this.people, this.sampled,
				this.scopes.stream()
					.map((scope) -> new InScope(scope.placement, scope.before, scope.after, scope.down, scope.up,
							scope.across, scope.rows, scope.refused, List.of()))
					.toList(),
				this.languages);
	}

	/**
	 * One placement.
	 *
	 * @param down how many move from an offer to the fallback
	 * @param up how many move from the fallback to an offer
	 * @param across how many get another offer
	 * @param refused what those would get whom the draft shows the fallback since they
	 * have not consented to personalization, if they had
	 * @param moves who moves from what to what, each person once, and who keeps it
	 */
	record InScope(String placement, boolean before, boolean after, long down, long up, long across, List<Row> rows,
			List<Refused> refused, List<Move> moves) {

		/** One from before they were counted has none. */
		InScope {
			moves = (moves != null) ? moves : List.of();
		}

	}

	/**
	 * Those who get one thing now and would get another, or the same.
	 *
	 * @param from null where nothing is asked there now
	 * @param to null where nothing would be
	 * @param behind whether they would get other offers behind the same first one
	 */
	record Move(@Nullable Got from, @Nullable Got to, boolean behind, long people, @Nullable UUID example) {

		boolean keeps() {
			return this.from != null && this.from.equals(this.to) && !this.behind;
		}

	}

	/**
	 * The first of what somebody gets.
	 *
	 * @param offer its key; empty for nothing
	 * @param picked whether it is an offer; else it is the fallback
	 */
	record Got(String offer, boolean picked) {
	}

	/**
	 * Something people get.
	 *
	 * @param offer its key; empty for nothing
	 * @param example somebody who would, else somebody who does now; null once they are
	 * gone
	 */
	record Row(String offer, DecisionReason reason, long before, long after, @Nullable UUID example) {
	}

	/**
	 * An offer that consent would open.
	 *
	 * @param all how many it would open it for
	 * @param down how many of those move to the fallback
	 */
	record Refused(String offer, long all, long down, @Nullable UUID example) {
	}

}
