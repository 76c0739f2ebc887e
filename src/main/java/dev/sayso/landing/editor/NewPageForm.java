package dev.sayso.landing.editor;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageContent;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;

/**
 * A new page as it is typed.
 *
 * @param template the key of a {@link PageTemplate}; empty for a copy
 * @param copy id of the page it is a copy of; empty for none
 * @param slug given once; empty for one that the name makes
 * @param languages tags of its languages
 * @param language tag of its own
 * @param askFirst of a page that stops everything: whether it asks first
 */
record NewPageForm(String template, String copy,
		@NotBlank(message = "{landing.fault.name}") @Size(max = 200, message = "{landing.fault.name}") String name,
		String slug, List<String> languages, String language, boolean askFirst) {

	NewPageForm {
		languages = (languages != null) ? languages.stream().filter((tag) -> tag != null && !tag.isEmpty()).toList()
				: List.of();
		Choices.check(PageContent.LANGUAGES.containsAll(languages));
		Choices.check(language.isEmpty() || PageContent.LANGUAGES.contains(language));
		template = Choices.read(template, "", (key) -> PageTemplate.of(key).map(PageTemplate::key));
	}

	/** Its key: the one that was typed, else one that its name makes. */
	String key() {
		return Slug.typed(this.slug, this.name, LandingPage.RESERVED);
	}

	/** Its languages, its own first. */
	List<String> ordered() {
		return PageContent.LANGUAGES.stream()
			.filter(this.languages::contains)
			.sorted((one, other) -> Boolean.compare(other.equals(this.language), one.equals(this.language)))
			.toList();
	}

	void check(@Nullable Object original, Errors errors) {
		if (Slug.isWrong(key(), this.name, LandingPage.RESERVED)) {
			errors.rejectValue("slug", "landing.fault.slug");
		}
		if (original == null) {
			if (this.template.isEmpty()) {
				errors.rejectValue("template", "landing.fault.template");
			}
			if (this.languages.isEmpty()) {
				errors.rejectValue("languages", "landing.fault.languages");
			}
		}
	}

}
