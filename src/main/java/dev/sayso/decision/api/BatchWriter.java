package dev.sayso.decision.api;

import java.io.IOException;

import dev.sayso.decision.DecisionResult;

/**
 * What a batch answers, while it is written.
 */
interface BatchWriter {

	void add(DecisionResult result);

	void end() throws IOException;

}
