package dev.sayso.decision.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.review.FindingMessages;
import dev.sayso.offer.placement.Placement;

/**
 * A scope as it is tried: from the top tier down to the fallback.
 *
 * @param placement its key
 * @param found null where the placement is gone
 * @param findings about the scope as a whole
 * @param full whether it can have no more criteria
 * @param walkthrough the way of a person down it; null where none is tried
 */
public record TiersView(String placement, String name, @Nullable Placement found, List<Step> tiers,
		List<FindingMessages.Sentence> findings, boolean full, @Nullable Walkthrough walkthrough) {

	/** The same with the way of a person down it. */
	public TiersView with(Walkthrough changed) {
		return new TiersView(this.placement, this.name, this.found, this.tiers, this.findings, this.full, changed);
	}

	/** A tier, and those that compete on it. */
	record Step(int number, List<Row> criteria) {

		public boolean competes() {
			return this.criteria.size() > 1;
		}

	}

	/**
	 * A criterion.
	 *
	 * @param place from the top, from 1
	 * @param name the collection's
	 * @param offers how many it has now
	 * @param sentence whom it is for; empty for everybody
	 * @param above whether there is a tier above, whose criteria it could compete with
	 * @param first whether it can go no further up
	 * @param last whether it can go no further down
	 */
	record Row(int place, String name, int offers, String sentence, String formula, boolean learned, boolean above,
			boolean first, boolean last, List<FindingMessages.Sentence> findings) {
	}

}
