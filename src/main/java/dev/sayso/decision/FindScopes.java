package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.shared.Problem;

/**
 * Finds the scopes that a request names.
 */
public final class FindScopes {

	private final Live live;

	private final List<Problem.Fault> faults = new ArrayList<>();

	private final List<Engine.Asked> found = new ArrayList<>();

	private FindScopes(Live live) {
		this.live = live;
	}

	/**
	 * The scopes in the order in which they are named.
	 * @throws Problem 404 with the place of each that is not there, 422 when they are too
	 * many
	 */
	public static List<Engine.Asked> of(DecisionRequest request, Live live) {
		FindScopes find = new FindScopes(live);
		for (int index = 0; index < request.scopes().size(); index++) {
			find.add(request.scopes().get(index), request.items(), "/scopes/" + index);
		}
		if (!find.faults.isEmpty()) {
			throw Problem.missing(find.faults);
		}
		if (find.found.size() > DecisionRequest.MOST_SCOPES) {
			throw Problem.faulty(List.of(new Problem.Fault("/scopes",
					"names " + find.found.size() + " scopes; one answer has at most " + DecisionRequest.MOST_SCOPES)));
		}
		return find.found;
	}

	private void add(DecisionRequest.Wanted wanted, int items, String pointer) {
		LiveDecision decision = this.live.decision(wanted.decision());
		if (decision == null) {
			this.faults.add(new Problem.Fault(pointer + "/decision", "there is no decision of this key"));
		}
		else if (wanted.placement() == null) {
			decision.scopes().values().forEach((scope) -> this.found.add(asked(decision, scope, items)));
		}
		else if (!decision.scopes().containsKey(wanted.placement())) {
			this.faults.add(new Problem.Fault(pointer + "/placement", "the decision has no scope on this placement"));
		}
		else {
			this.found.add(asked(decision, decision.scopes().get(wanted.placement()), items));
		}
	}

	private static Engine.Asked asked(LiveDecision decision, LiveScope scope, int items) {
		return new Engine.Asked(decision, scope, (items > 0) ? items : scope.placement().items());
	}

}
