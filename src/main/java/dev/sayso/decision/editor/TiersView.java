package dev.sayso.decision.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.placement.Placement;

/**
 * A scope as it is tried: from the top tier down to the fallback.
 *
 * @param placement its key
 * @param found null where the placement is gone
 * @param fallback the name of what shows when nothing else may; empty for nothing
 */
public record TiersView(String placement, String name, @Nullable Placement found, List<Step> tiers, String fallback) {

	/** A tier, and those that compete on it. */
	public record Step(int number, List<Row> criteria) {

		public boolean competes() {
			return this.criteria.size() > 1;
		}

	}

	/**
	 * A criterion.
	 *
	 * @param place from the top, from 1
	 * @param name the strategy's or the collection's, or those of its own offers
	 * @param offers how many it has now
	 * @param sentence whom it is for; empty for everybody
	 */
	public record Row(int place, String name, int offers, String sentence, String formula, boolean learned) {
	}

}
