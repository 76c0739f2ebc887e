package dev.sayso.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.ProfileId;

/**
 * A proposition as it is kept, so that displays and clicks can name it.
 *
 * @param profile null for somebody nobody knows
 * @param offers keys of what showed: of the offers, or of the fallback
 */
public record Kept(UUID id, Instant at, UUID decision, int version, String placement, @Nullable ProfileId profile,
		Reason reason, List<String> offers, String language) {

	static Kept of(Decided.Proposition one, Decided decided) {
		Chosen chosen = one.chosen();
		List<String> offers = (chosen.fallback() != null) ? List.of(chosen.fallback().offer().slug())
				: chosen.items().stream().map((item) -> item.offer().slug()).toList();
		String language = decided.asking().language();
		return new Kept(one.id(), decided.asking().at(), chosen.decision().id(), chosen.decision().version(),
				chosen.scope().placement().slug(), decided.profile(), chosen.reason(), offers,
				(language.length() <= DecisionRequest.LONGEST_LANGUAGE) ? language : "");
	}

}
