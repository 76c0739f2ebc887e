package dev.sayso.decision.simulation;

import java.time.Instant;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import dev.sayso.decision.DecisionRequest;

/**
 * A simulation's question, read.
 *
 * @param body what a sender would ask the API
 * @param faults message keys by field; what is faulty is left out of the question
 */
record SimulationRequest(Instant at, boolean now, DecisionRequest request, ObjectNode body,
		Map<String, String> faults) {

}
