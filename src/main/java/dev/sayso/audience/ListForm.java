package dev.sayso.audience;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Slug;

/**
 * The form of a new list.
 */
record ListForm(@Nullable String name, @Nullable String slug, @Nullable String condition) {

	String key() {
		return (this.slug != null && !this.slug.isBlank()) ? this.slug.strip()
				: Slug.from(title(), AudienceForm.RESERVED);
	}

	String title() {
		return (this.name != null) ? this.name.strip() : "";
	}

	String asked() {
		return (this.condition != null) ? this.condition : "";
	}

	Map<String, String> faults() {
		AudienceForm form = new AudienceForm("", -1, title(), key(), "", null, Map.of());
		return new LinkedHashMap<>(form.checked().faults());
	}

}
