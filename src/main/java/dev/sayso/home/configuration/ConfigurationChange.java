package dev.sayso.home.configuration;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a file does, or would do, with one thing.
 *
 * @param fields the members that differ afterwards
 * @param waits whether it waits for another to publish it, under four eyes; null where it
 * does not
 */
record ConfigurationChange(@Schema(example = "offers") String kind, @Schema(example = "spring-sale") String key,
		@Schema(allowableValues = {
				"created", "updated", "none", "archived", "deleted" },
				description = "The last two only with prune.") String change,
		List<String> fields, @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
				description = "What is asked for waits for another to publish it, under four eyes.") @Nullable Boolean waits){

	static final String CREATED = "created";

	static final String UPDATED = "updated";

	static final String NONE = "none";

	ConfigurationChange(String kind, String key, String change, List<String> fields) {
		this(kind, key, change, fields, null);
	}

	boolean isNone() {
		return this.change.equals(NONE);
	}

	ConfigurationChange waiting() {
		return new ConfigurationChange(this.kind, this.key, this.change, this.fields, true);
	}

}
