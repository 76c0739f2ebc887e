package dev.sayso.decision.editor;

import java.util.List;

import dev.sayso.offer.Offer;

/**
 * The offers that are to be approved together with a decision.
 *
 * @param ticked each as {@code key.version} of what was shown
 */
record ApprovedWith(List<String> ticked) {

	static final String PATTERN = "[a-z0-9-]{1,60}\\.\\d{1,9}";

	/** The version of an offer that was ticked; -1 where it was not. */
	int version(Offer offer) {
		return this.ticked.stream()
			.filter((one) -> one.matches(PATTERN) && one.startsWith(offer.slug() + "."))
			.mapToInt((one) -> Integer.parseInt(one.substring(offer.slug().length() + 1)))
			.findFirst()
			.orElse(-1);
	}

	boolean has(Offer offer) {
		return version(offer) >= 0;
	}

	/** Whether an offer was ticked and nobody saved it since. */
	boolean stands(Offer offer) {
		return Integer.valueOf(version(offer)).equals(offer.version());
	}

}
