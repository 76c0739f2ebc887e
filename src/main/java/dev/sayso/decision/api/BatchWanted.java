package dev.sayso.decision.api;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sayso.offer.placement.Placement;

/**
 * What the API's document says of a body that asks for a batch.
 */
@Schema(name = "DecisionBatchWanted")
record BatchWanted(
		@Schema(description = "The key of an audience; absent for everybody.",
				example = "loyal-fr-be") @Nullable String audience,
		List<DecisionBody.ScopeWanted> scopes,
		@Schema(description = "How many offers at most; without it, as many as the placement shows.", minimum = "1",
				maximum = "" + Placement.MOST_ITEMS) @Nullable Integer itemCount,
		@Schema(description = "What is known of the moment; formulas and texts read it.") @Nullable Map<String, Object> context,
		@Schema(description = "BCP 47; without it each person's own.", example = "fr") @Nullable String language,
		@Schema(description = "Counts nothing and keeps nothing.") @Nullable Boolean dryRun) {
}
