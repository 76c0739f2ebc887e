package dev.sayso.decision;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.Validity;

/**
 * What a decision is, but for its name: kept as JSON, frozen by each publication.
 *
 * @param fallback the key of the offer that shows when nothing else may; empty for none
 * @param unguarded why the personalization guard is switched off; empty while it is on
 * @param repeats whether an offer may show on several placements of one answer
 */
record DecisionContent(Validity validity, List<Scope> scopes, String fallback, String unguarded, boolean repeats) {

	/** How many scopes one may have. */
	static final int MOST_SCOPES = 30;

	/** Nothing said yet. */
	static final DecisionContent BLANK = new DecisionContent(null, null, null, null, false);

	DecisionContent(@Nullable Validity validity, @Nullable List<Scope> scopes, @Nullable String fallback,
			@Nullable String unguarded, boolean repeats) {
		this.validity = (validity != null) ? validity : Validity.ALWAYS;
		this.scopes = (scopes != null) ? List.copyOf(scopes) : List.of();
		this.fallback = (fallback != null) ? fallback : "";
		this.unguarded = (unguarded != null) ? unguarded : "";
		this.repeats = repeats;
	}

	public boolean guarded() {
		return this.unguarded.isEmpty();
	}

	Optional<Scope> scope(String placement) {
		return this.scopes.stream().filter((scope) -> scope.placement().equals(placement)).findFirst();
	}

	DecisionContent with(List<Scope> changed) {
		return new DecisionContent(this.validity, changed, this.fallback, this.unguarded, this.repeats);
	}

}
