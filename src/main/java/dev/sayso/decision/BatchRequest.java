package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.shared.Problem;

/**
 * Decisions that are asked for very many people.
 *
 * @param audience the key of the audience they are in; null for everybody
 * @param each what is asked for each of them
 */
record BatchRequest(@Nullable String audience, DecisionRequest each) {

	private static final Set<String> OF_ONE = Set.of("profile", "anonymous", "explain");

	/**
	 * The request in a body.
	 * @throws Problem 422 with everything that is wrong
	 */
	static BatchRequest of(ObjectNode body) {
		List<Problem.Fault> faults = new ArrayList<>();
		Members members = new Members(body, "", Set.copyOf(body.propertyNames()), faults);
		String audience = members.text("audience");
		OF_ONE.stream()
			.filter(body::has)
			.sorted()
			.forEach((name) -> members.fault(name, "is not known: a batch is for many people"));
		if (!faults.isEmpty()) {
			throw Problem.faulty(faults);
		}
		ObjectNode each = body.deepCopy();
		each.remove("audience");
		return new BatchRequest(audience, ReadDecisionRequest.of(each));
	}

}
