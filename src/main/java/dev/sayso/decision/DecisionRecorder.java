package dev.sayso.decision;

import java.time.LocalDate;

/**
 * Takes note of what was answered, without making the caller wait and without ever
 * failing a decision.
 */
public interface DecisionRecorder {

	/**
	 * Counts an answer and keeps its propositions.
	 */
	void record(DecisionResult decided, LocalDate today);

}
