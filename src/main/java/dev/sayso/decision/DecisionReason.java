package dev.sayso.decision;

public enum DecisionReason {

	/** The best that this person may see. */
	PICKED,
	/** Nothing was for this person, now. */
	NOTHING_ELIGIBLE,
	/**
	 * Personalized offers were held back, since the person has not consented to
	 * personalization.
	 */
	PERSONALIZATION_REFUSED,
	/**
	 * What was for this person says nothing in a language they read, nor has a main text.
	 */
	NO_TEXT_IN_LANGUAGE,
	/** The decision does not hold: not yet, or not any more. */
	NOT_LIVE

}
