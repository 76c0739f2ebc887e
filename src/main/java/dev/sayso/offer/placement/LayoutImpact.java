package dev.sayso.offer.placement;

import java.util.List;

import dev.sayso.offer.text.ContentLayout;

/**
 * What a change of a placement's fields does to the offers that speak on it.
 *
 * @param offers how many have something to be looked at
 * @param changes by field
 */
public record LayoutImpact(int offers, List<Change> changes) {

	/** No offer has anything to be looked at. */
	public static final LayoutImpact NOTHING = new LayoutImpact(0, List.of());

	/**
	 * What becomes of a field.
	 *
	 * @param kind {@code gone} for what is said in it and shows no longer,
	 * {@code missing} for what has to be said now, {@code unfit} for what does not fit in
	 * any more
	 * @param label of the field
	 */
	public record Change(String kind, String label, int offers) {

	}

	/**
	 * Tells it; the room of offers declares one as a bean.
	 */
	public interface Outlook {

		/** What a change would do, without doing it. */
		LayoutImpact foresee(String placement, ContentLayout before, ContentLayout after);

	}

}
