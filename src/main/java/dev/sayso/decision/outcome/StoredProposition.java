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
 * @param profile null for somebody nobody knows
 * @param offers keys of what showed: of the offers, or of the fallback
 */
public record StoredProposition(UUID id, Instant at, UUID decision, int version, String placement,
		@Nullable ProfileId profile, DecisionReason reason, List<String> offers, String language) {

	static StoredProposition of(DecisionResult.Proposition one, DecisionResult decided) {
		ScopeResult chosen = one.chosen();
		List<String> offers = (chosen.fallback() != null) ? List.of(chosen.fallback().offer().slug())
				: chosen.items().stream().map((item) -> item.offer().slug()).toList();
		String language = decided.asking().language();
		return new StoredProposition(one.id(), decided.asking().at(), chosen.decision().id(),
				chosen.decision().version(), chosen.scope().placement().slug(), decided.profile(), chosen.reason(),
				offers, (language.length() <= DecisionRequest.LONGEST_LANGUAGE) ? language : "");
	}

}
