package dev.sayso.decision;

/**
 * Why something shows, or why it is the fallback: then the furthest check that any offer
 * failed, of those that are here in their order.
 */
public enum DecisionReason {

	/** The best that this person may see. */
	PICKED,
	/** There was no offer that could show here. */
	NOTHING_ELIGIBLE,
	/**
	 * Personalized offers were held back, since the person has not consented to
	 * personalization, or a consent policy stands against it.
	 */
	PERSONALIZATION_REFUSED,
	/**
	 * Personalized offers were held back, since a consent policy stands against an action
	 * that the decision names.
	 */
	POLICY,
	/** What might show is for others. */
	NOT_FOR_THEM,
	/** What was for this person does not show yet, or not any more. */
	OUTSIDE_DATES,
	/**
	 * What was for this person says nothing in a language they read, nor has a main text.
	 */
	NO_TEXT_IN_LANGUAGE,
	/** What was for this person could not be ranked. */
	FORMULA_FAILED,
	/** What was for this person has shown as often as it may. */
	CAPPED,
	/** The decision does not hold: not yet, or not any more. */
	NOT_LIVE

}
