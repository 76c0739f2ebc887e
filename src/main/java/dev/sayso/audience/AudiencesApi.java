package dev.sayso.audience;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.condition.ConditionJson;
import dev.sayso.shared.api.ApiCursor;

/**
 * The audiences over HTTP, with their conditions and sizes.
 */
@RestController
@RequestMapping(path = "/api/v1/audiences")
@Tag(name = "Audiences", description = "Scope audiences.")
class AudiencesApi {

	private final Audiences audiences;

	private final AudienceSizes sizes;

	AudiencesApi(Audiences audiences, AudienceSizes sizes) {
		this.audiences = audiences;
		this.sizes = sizes;
	}

	/**
	 * An audience as the API shows it.
	 *
	 * @param size how many are in it now; absent where that was not counted in time
	 * @param condition absent for a fixed list, and in lists of audiences
	 */
	@Schema(name = "Audience")
	record AudienceDocument(UUID id, String key, String name, String description, boolean archived, @Nullable Long size,
			@Nullable Object condition) {

	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "The audiences, by key")
	ApiCursor.Page<AudienceDocument> list(@RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		int most = ApiCursor.limit(limit);
		String after = ApiCursor.position(cursor, (position) -> position);
		AudienceSizes.Budget budget = this.sizes.begin();
		List<Audience> matches = this.audiences.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Audience::slug))
			.filter((audience) -> after == null || audience.slug().compareTo(after) > 0)
			.limit(most + 1L)
			.toList();
		return ApiCursor.page(matches, most, Audience::slug, (audience) -> document(audience, budget, false));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "One audience, with its condition")
	AudienceDocument one(@PathVariable String id) {
		return document(this.audiences.get(id), this.sizes.begin(), true);
	}

	private AudienceDocument document(Audience audience, AudienceSizes.Budget budget, boolean whole) {
		Object condition = (whole && !audience.isList()) ? ConditionJson.tree(audience.definition()) : null;
		return new AudienceDocument(audience.id(), audience.slug(), audience.name(), audience.description(),
				audience.isArchived(), budget.size(audience), condition);
	}

}
