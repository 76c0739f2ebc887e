package dev.sayso.decision.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.decision.DecisionRequest;
import dev.sayso.shared.api.JsonMembers;
import dev.sayso.shared.api.ProblemException;

/**
 * Decisions that are asked for very many people.
 *
 * @param audience the key of the audience they are in; null for everybody
 * @param each what is asked for each of them
 */
record BatchRequest(@Nullable String audience, DecisionRequest each) {

	private static final Set<String> OF_ONE = Set.of("profile", "explain");

	/**
	 * The request in a body.
	 * @throws ProblemException 422 with everything that is wrong
	 */
	static BatchRequest of(ObjectNode body) {
		List<ProblemException.Fault> faults = new ArrayList<>();
		JsonMembers members = new JsonMembers(body, "", Set.copyOf(body.propertyNames()), faults);
		String audience = members.text("audience");
		OF_ONE.stream()
			.filter(body::has)
			.sorted()
			.forEach((name) -> members.fault(name, "is not known: a batch is for many people"));
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
		ObjectNode each = body.deepCopy();
		each.remove("audience");
		return new BatchRequest(audience, DecisionRequestParser.of(each));
	}

}
