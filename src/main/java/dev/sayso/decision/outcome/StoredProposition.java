package dev.sayso.decision.outcome;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.ScopeResult;
import dev.sayso.shared.ProfileId;

/**
 * A proposition as it is kept, so that displays and clicks can name it.
 *
 * @param profile null for an unknown person
 * @param offers keys of what showed: of the offers, or of the fallback
 */
public record StoredProposition(UUID id, Instant at, UUID decision, int version, String placement,
		@Nullable ProfileId profile, DecisionReason reason, List<String> offers, String language) {

	static StoredProposition of(DecisionResult.Proposition proposition, DecisionResult result) {
		ScopeResult scopeResult = proposition.result();
		List<String> offers = (scopeResult.fallback() != null) ? List.of(scopeResult.fallback().offer().slug())
				: scopeResult.items().stream().map((item) -> item.offer().slug()).toList();
		String language = result.context().language();
		return new StoredProposition(proposition.id(), result.context().at(), scopeResult.decision().id(),
				scopeResult.decision().version(), scopeResult.scope().placement().slug(), result.profile(),
				scopeResult.reason(), offers, (language.length() <= DecisionRequest.LONGEST_LANGUAGE) ? language : "");
	}

}
