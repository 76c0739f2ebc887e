package dev.sayso.decision;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request to decide.
 *
 * @param profile whom it is about, as the API names people; null for an unknown person
 * @param scopes where; without a placement, all placements of the decision
 * @param items how many offers at most on each; 0 for as many as the placement shows
 * @param context what the sender says of the moment
 * @param language BCP 47; null for the person's own
 * @param explain whether the answer comes with its trace
 * @param dry whether nothing is counted
 */
public record DecisionRequest(@Nullable String profile, List<ScopeReference> scopes, int items,
		Map<String, Object> context, @Nullable String language, boolean explain, boolean dry) {

	/** How long the tag of a language may be, as propositions keep it. */
	public static final int LONGEST_LANGUAGE = 35;

	/** How many scopes one may name. */
	public static final int MOST_SCOPES = 30;

	/** A decision, or one placement of it. */
	public record ScopeReference(String decision, @Nullable String placement) {

	}

}
