package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.shared.api.ProblemException;

/**
 * Finds the scopes that a request names.
 */
public final class RequestedScopes {

	private final LiveSnapshot live;

	private final List<ProblemException.Fault> faults = new ArrayList<>();

	private final List<DecisionEngine.Asked> found = new ArrayList<>();

	private RequestedScopes(LiveSnapshot live) {
		this.live = live;
	}

	/**
	 * The scopes in the order in which they are named.
	 * @throws ProblemException 404 with the place of each that is not there, 422 when
	 * they are too many
	 */
	public static List<DecisionEngine.Asked> of(DecisionRequest request, LiveSnapshot live) {
		RequestedScopes find = new RequestedScopes(live);
		for (int index = 0; index < request.scopes().size(); index++) {
			find.add(request.scopes().get(index), request.items(), "/scopes/" + index);
		}
		if (!find.faults.isEmpty()) {
			throw ProblemException.missing(find.faults);
		}
		if (find.found.size() > DecisionRequest.MOST_SCOPES) {
			throw ProblemException.faulty(List.of(new ProblemException.Fault("/scopes",
					"names " + find.found.size() + " scopes; one answer has at most " + DecisionRequest.MOST_SCOPES)));
		}
		return find.found;
	}

	private void add(DecisionRequest.Wanted wanted, int items, String pointer) {
		LiveDecision decision = this.live.decision(wanted.decision());
		if (decision == null) {
			this.faults.add(new ProblemException.Fault(pointer + "/decision", "there is no decision of this key"));
		}
		else if (wanted.placement() == null) {
			decision.scopes().values().forEach((scope) -> this.found.add(asked(decision, scope, items)));
		}
		else if (!decision.scopes().containsKey(wanted.placement())) {
			this.faults
				.add(new ProblemException.Fault(pointer + "/placement", "the decision has no scope on this placement"));
		}
		else {
			this.found.add(asked(decision, decision.scopes().get(wanted.placement()), items));
		}
	}

	private static DecisionEngine.Asked asked(LiveDecision decision, LiveScope scope, int items) {
		return new DecisionEngine.Asked(decision, scope, (items > 0) ? items : scope.placement().items());
	}

}
