package dev.sayso.decision;

/**
 * What became of an offer that was considered: that it was picked, or the first thing
 * that ruled it out.
 */
public enum CandidateOutcome {

	PICKED,
	/** It may show, but others go first. */
	OUTRANKED,
	/** It may show, but does already on another placement of the answer. */
	SHOWN_ALREADY, NOT_YET, OVER,
	/**
	 * It needs a consent to personalization that is not there, or a consent policy stands
	 * against personalization.
	 */
	GUARDED,
	/** A consent policy stands against an action that the decision names. */
	POLICY,
	/** The criterion is not for this person. */
	CRITERION_NOT_ELIGIBLE,
	/** The offer is not for this person. */
	NOT_ELIGIBLE,
	/** What it asks about is no longer there. */
	BROKEN, CAPPED,
	/** It says nothing on this placement. */
	NO_REPRESENTATION,
	/**
	 * It says nothing on this placement in the person's language, nor has a main text.
	 */
	NO_TEXT_IN_LANGUAGE, FORMULA_FAILED, CONTENT_FAILED;

	/** Why the fallback shows where no offer came further than this. */
	DecisionReason reason() {
		return switch (this) {
			case GUARDED -> DecisionReason.PERSONALIZATION_REFUSED;
			case POLICY -> DecisionReason.POLICY;
			case CRITERION_NOT_ELIGIBLE, NOT_ELIGIBLE, BROKEN -> DecisionReason.NOT_FOR_THEM;
			case NOT_YET, OVER -> DecisionReason.OUTSIDE_DATES;
			case NO_TEXT_IN_LANGUAGE -> DecisionReason.NO_TEXT_IN_LANGUAGE;
			case FORMULA_FAILED -> DecisionReason.FORMULA_FAILED;
			case CAPPED -> DecisionReason.CAPPED;
			case PICKED, OUTRANKED, SHOWN_ALREADY, NO_REPRESENTATION, CONTENT_FAILED -> DecisionReason.NOTHING_ELIGIBLE;
		};
	}

	public boolean eligible() {
		return this == PICKED || this == OUTRANKED || this == SHOWN_ALREADY;
	}

}
