package dev.sayso.home.configuration;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a file does, or would do, with one thing.
 *
 * @param fields the members that differ afterwards
 */
record ConfigurationChange(@Schema(example = "offers") String kind, @Schema(example = "spring-sale") String key,
		@Schema(allowableValues = {
				"created", "updated", "none", "archived", "deleted" },
				description = "The last two only with prune.") String change,
		List<String> fields){

	static final String CREATED = "created";

	static final String UPDATED = "updated";

	static final String NONE = "none";

	boolean isNone() {
		return this.change.equals(NONE);
	}

}
