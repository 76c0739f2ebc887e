package dev.sayso.decision.api;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sayso.offer.placement.Placement;

/**
 * What the API's document says of a body that asks for decisions.
 */
@Schema(name = "DecisionWanted")
record DecisionBody(@Schema(
		description = "An id, externalId:…, email:… or mobile:…; absent for a visitor whom nobody knows, as is decided for one whom nobody has or several have.",
		example = "externalId:demo-1") @Nullable String profile, List<ScopeBody> scopes,
		@Schema(description = "How many offers at most; without it, as many as the placement shows.", minimum = "1",
				maximum = "" + Placement.MOST_ITEMS) @Nullable Integer itemCount,
		@Schema(description = "What is known of the moment; formulas and texts read it.") @Nullable Map<String, Object> context,
		@Schema(description = "BCP 47; without it the person's own.", example = "fr") @Nullable String language,
		@Schema(description = "Tells of each offer that was considered what became of it.") @Nullable Boolean explain,
		@Schema(description = "Counts nothing and keeps nothing.") @Nullable Boolean dryRun) {

	/** A placement of a decision, or all of them. */
	@Schema(name = "ScopeWanted")
	record ScopeBody(@Schema(example = "home-hero") String decision,
			@Schema(example = "web-hero") @Nullable String placement) {

	}

}
