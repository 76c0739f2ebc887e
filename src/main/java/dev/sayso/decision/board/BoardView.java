package dev.sayso.decision.board;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.review.FindingMessages;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Validity;
import dev.sayso.offer.placement.Placement;

/**
 * A board, ready to be drawn.
 *
 * @param findings what there is to fix and to consider, in this order
 * @param fallback what shows when nothing else may; null for none
 * @param actions names of the marketing actions it is for
 * @param full whether it can have no more placements
 */
record BoardView(List<FindingMessages.Sentence> findings, List<ScopeView> scopes, @Nullable Pick fallback,
		Validity validity, List<String> actions, boolean full) {

	/**
	 * What of a large board is drawn at once.
	 *
	 * @param all the criterion of which all offers are, as {@code placement.place}
	 * @param placements the keys of those whose ladders are, whatever stands before them
	 */
	record Shown(String all, Set<String> placements) {

		static final Shown FIRST = new Shown("", Set.of());

		/** How many offers of a criterion are drawn where not all are. */
		private static final int FEW = 10;

		/** How many offers are drawn of all criteria together. */
		private static final int MOST = 300;

		/** How many criteria are drawn of all placements together. */
		private static final int MOST_CRITERIA = 60;

		/** The same with the ladder of one more placement. */
		Shown with(String placement) {
			Set<String> more = new HashSet<>(this.placements);
			more.add(placement);
			return new Shown(this.all, more);
		}

		/**
		 * Whether a ladder is drawn.
		 * @param before how many criteria of those above it were
		 */
		boolean isDrawn(String placement, int criteria, int before) {
			return before == 0 || before + criteria <= MOST_CRITERIA || this.placements.contains(placement)
					|| this.all.startsWith(placement + ".");
		}

		/**
		 * How many of a criterion's offers are drawn.
		 * @param before how many of those above it were
		 */
		int count(int offers, String placement, int place, int before) {
			if (this.all.equals(placement + "." + place)) {
				return offers;
			}
			return Math.min((offers <= FEW + 1) ? offers : FEW, Math.max(0, MOST - before));
		}

	}

	public long errors() {
		return this.findings.stream().filter(FindingMessages.Sentence::error).count();
	}

	public long warnings() {
		return this.findings.size() - errors();
	}

	/**
	 * A placement with its ladder.
	 *
	 * @param placement its key
	 * @param found null where the placement is gone
	 * @param folded how many criteria it has where they are not drawn; else 0
	 * @param floor in which languages the fallback says something there
	 * @param first whether it can go no further up
	 * @param last whether it can go no further down
	 * @param full whether it can have no more criteria
	 */
	record ScopeView(String placement, String name, @Nullable Placement found, List<Rung> rungs, int folded,
			List<Said> floor, boolean first, boolean last, boolean full) {

		/** Whether the fallback says nothing there. */
		public boolean isSilent() {
			return this.floor.stream().noneMatch(Said::has);
		}

	}

	/** A tier, with the criteria that compete on it. */
	record Rung(int number, List<Slot> slots) {

		public boolean competes() {
			return this.slots.size() > 1;
		}

	}

	/**
	 * A criterion.
	 *
	 * @param place from the top, from 1
	 * @param collection the key of the one its offers are in; empty where they are its
	 * own
	 * @param strategy the key of the selection strategy that says it; empty for none
	 * @param people whom it is for, read aloud; empty for everybody
	 * @param picks the first of its offers
	 * @param more how many there are beside
	 * @param above whether there is a tier above, whose criteria it could compete with
	 * @param first whether it can go no further up
	 * @param last whether it can go no further down
	 */
	record Slot(int place, String collection, String name, String strategy, String strategyName, String people,
			String formula, boolean learned, List<Pick> picks, int more, boolean above, boolean first, boolean last) {

		public boolean isOwn() {
			return this.collection.isEmpty() && !isShared();
		}

		/** Whether a selection strategy says it, and it is not changed here. */
		public boolean isShared() {
			return !this.strategy.isEmpty();
		}

		public boolean isEmpty() {
			return this.picks.isEmpty() && this.more == 0;
		}

	}

	/**
	 * An offer in its place.
	 *
	 * @param found null where it is gone
	 * @param first whether it can go no further up
	 * @param last whether it can go no further down
	 */
	record Pick(String slug, String name, @Nullable Offer found, List<Said> said, boolean first, boolean last) {

		public String status() {
			return (this.found != null) ? this.found.status().name().toLowerCase(Locale.ROOT) : "gone";
		}

	}

	/**
	 * A language at an offer.
	 *
	 * @param tag for the eye
	 * @param name for the ear
	 * @param has whether the offer says something in it there
	 * @param main whether that is read by whoever reads none that it has
	 */
	record Said(String tag, String name, boolean has, boolean main) {
	}

}
