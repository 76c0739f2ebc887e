package dev.sayso.contact.policy;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import dev.sayso.shared.Slug;

/**
 * What is typed of a policy besides its conditions, which their builder reads.
 *
 * @param version the one that was shown
 * @param slug given once
 */
record PolicyForm(int version,
		@NotBlank(message = "{policy.fault.name}") @Size(max = 200, message = "{policy.fault.name.long}") String name,
		String slug, @Size(max = 2000, message = "{policy.fault.description}") String description) {

	/** What URLs of the console have for other things. */
	static final List<String> RESERVED = List.of("new", "draft", "answer");

	static final PolicyForm BLANK = new PolicyForm(-1, "", "", "");

	PolicyForm {
		slug = Slug.typed(slug, name, RESERVED);
	}

	static PolicyForm of(ConsentPolicy policy) {
		return new PolicyForm(Objects.requireNonNullElse(policy.version(), 0), policy.name(), policy.slug(),
				policy.description());
	}

}
