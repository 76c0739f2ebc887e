package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.api.ProblemException;

/**
 * Finds the scopes that a request asks for in what is live, and gathers what is wrong
 * with each before any is decided.
 */
public final class RequestedScopes {

	private final LiveSnapshot snapshot;

	private final List<ProblemException.Fault> faults = new ArrayList<>();

	private final List<DecisionEngine.RequestedScope> scopes = new ArrayList<>();

	private RequestedScopes(LiveSnapshot snapshot) {
		this.snapshot = snapshot;
	}

	/**
	 * The scopes in the order in which they are named.
	 * @throws ProblemException 404 with the place of each that is not there, 422 when
	 * they are too many
	 */
	public static List<DecisionEngine.RequestedScope> of(DecisionRequest request, LiveSnapshot snapshot) {
		RequestedScopes requested = new RequestedScopes(snapshot);
		for (int index = 0; index < request.scopes().size(); index++) {
			requested.add(request.scopes().get(index), request.itemCount(), "/scopes/" + index);
		}
		if (!requested.faults.isEmpty()) {
			throw ProblemException.missing(requested.faults);
		}
		if (requested.scopes.size() > DecisionRequest.MOST_SCOPES) {
			throw ProblemException.faulty(List.of(new ProblemException.Fault("/scopes", "names "
					+ requested.scopes.size() + " scopes; one answer has at most " + DecisionRequest.MOST_SCOPES)));
		}
		return requested.scopes;
	}

	private void add(DecisionRequest.ScopeReference reference, @Nullable Integer items, String pointer) {
		LiveDecision decision = this.snapshot.decision(reference.decision());
		if (decision == null) {
			this.faults.add(new ProblemException.Fault(pointer + "/decision", "there is no decision of this key"));
		}
		else if (reference.placement() == null) {
			decision.scopes().values().forEach((scope) -> this.scopes.add(scope(decision, scope, items)));
		}
		else if (!decision.scopes().containsKey(reference.placement())) {
			this.faults
				.add(new ProblemException.Fault(pointer + "/placement", "the decision has no scope on this placement"));
		}
		else {
			this.scopes.add(scope(decision, decision.scopes().get(reference.placement()), items));
		}
	}

	private static DecisionEngine.RequestedScope scope(LiveDecision decision, LiveScope scope,
			@Nullable Integer items) {
		return new DecisionEngine.RequestedScope(decision, scope, (items != null) ? items : scope.placement().items());
	}

}
