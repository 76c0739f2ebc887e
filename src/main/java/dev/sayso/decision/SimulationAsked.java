package dev.sayso.decision;

import java.time.Instant;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/**
 * A simulation's question, read.
 *
 * @param at when it is
 * @param now whether that is now
 * @param body what a sender would ask the API
 * @param faults message keys by field; what is faulty is left out of the question
 */
record SimulationAsked(Instant at, boolean now, DecisionRequest request, ObjectNode body, Map<String, String> faults) {

}
