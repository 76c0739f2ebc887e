package dev.sayso.decision.simulation;

import java.util.List;

import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.ScopeResult;

record Simulation(DecisionResult result, List<Otherwise> otherwise) {

	/**
	 * The answer with more consent.
	 *
	 * @param consent to what: {@code personalization}, {@code modelling} or {@code both}
	 */
	record Otherwise(String consent, List<ScopeResult> results) {

	}

}
