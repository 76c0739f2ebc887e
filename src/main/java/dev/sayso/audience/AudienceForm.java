package dev.sayso.audience;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import dev.sayso.shared.Slug;

/**
 * What is typed of an audience besides its condition, which its builder reads.
 *
 * @param version the one that was shown
 * @param slug given once
 */
record AudienceForm(int version,
		@NotBlank(message = "{audience.fault.name}") @Size(max = 200,
				message = "{audience.fault.name.long}") String name,
		String slug, @Size(max = 2000, message = "{description.fault}") String description) {

	/** What URLs of the console have for other things. */
	static final List<String> RESERVED = List.of("new", "draft", "answer", "lists");

	AudienceForm {
		slug = Slug.typed(slug, name, RESERVED);
	}

	static AudienceForm of(Audience audience) {
		return new AudienceForm(Objects.requireNonNullElse(audience.version(), 0), audience.name(), audience.slug(),
				audience.description());
	}

}
