package dev.sayso.decision;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.ProfileId;

/**
 * What was decided for one person.
 *
 * @param profile null for an unknown person
 */
public record DecisionResult(@Nullable ProfileId profile, DecisionContext context, List<Proposition> propositions) {

	/**
	 * The answer for one scope, under the id by which displays and clicks name it.
	 *
	 * @param contact whether the person may be contacted; null where the placement is on
	 * no channel
	 */
	public record Proposition(UUID id, ScopeResult result, @Nullable Verdict contact) {

	}

}
