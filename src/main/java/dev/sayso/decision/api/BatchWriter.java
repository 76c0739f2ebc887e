package dev.sayso.decision.api;

import java.io.IOException;

import dev.sayso.decision.DecisionResult;

/**
 * What a batch answers, while it is written.
 */
interface BatchWriter {

	void add(DecisionResult result);

	/** Says that this is all. */
	void end() throws IOException;

}
