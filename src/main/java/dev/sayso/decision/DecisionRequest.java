package dev.sayso.decision;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.sayso.offer.placement.Placement;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * A request to decide, as the API takes it.
 */
@Schema(name = "DecisionWanted")
public record DecisionRequest(@Schema(
		description = "An id, externalId:…, email:… or mobile:…; absent for a visitor whom nobody knows, as is decided for one whom nobody has or several have.",
		example = "externalId:demo-1") @Nullable String profile,
		@NotNull(message = "is missing") @Size(min = 1, message = "is empty") @Size(max = MOST_SCOPES,
				message = SCOPES) List<@NotNull(message = "is not an object") @Valid ScopeReference> scopes,
		@Schema(description = "How many offers at most; without it, as many as the placement shows.") @Min(value = 1,
				message = ITEMS) @Max(value = Placement.MOST_ITEMS, message = ITEMS) @Nullable Integer itemCount,
		@Schema(description = "What is known of the moment; formulas and texts read it.",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) Map<String, Object> context,
		@Schema(description = "BCP 47; without it the person's own.", example = "fr") @Nullable String language,
		@Schema(description = "Tells of each offer that was considered what became of it.",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) boolean explain,
		@Schema(description = "Counts nothing and keeps nothing.",
				requiredMode = Schema.RequiredMode.NOT_REQUIRED) boolean dryRun) {

	/** How long the tag of a language may be, as propositions keep it. */
	public static final int LONGEST_LANGUAGE = 35;

	public static final int MOST_SCOPES = 30;

	/** What scopes there may be. */
	public static final String SCOPES = "one request asks for at most " + MOST_SCOPES + " scopes, each with at most "
			+ Placement.MOST_ITEMS + " offers";

	/** How many offers there may be. */
	public static final String ITEMS = "is not a whole number from 1 to " + Placement.MOST_ITEMS;

	public DecisionRequest {
		context = (context != null) ? context : Map.of();
	}

	/** A decision, or one placement of it. */
	@Schema(name = "ScopeWanted")
	public record ScopeReference(@Schema(example = "home-hero") @NotNull(message = "is missing") String decision,
			@Schema(example = "web-hero") @Nullable String placement) {

	}

	/** What is wrong besides what its constraints say. */
	public List<Fault> faults() {
		return (this.language == null || isLanguage(this.language)) ? List.of()
				: List.of(new Fault("/language", "is not a language (BCP 47), such as fr or pt-BR"));
	}

	public static boolean isLanguage(String tag) {
		try {
			return !tag.isEmpty() && tag.length() <= LONGEST_LANGUAGE
					&& !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
		}
		catch (IllformedLocaleException ex) {
			return false;
		}
	}

}
