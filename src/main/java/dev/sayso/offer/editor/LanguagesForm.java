package dev.sayso.offer.editor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.offer.LanguageTag;
import dev.sayso.offer.OfferLanguages;
import dev.sayso.shared.page.Choices;

/**
 * The languages of offers as they are chosen in Settings.
 *
 * @param languages those that are ticked
 * @param another one more, as it is typed; empty for none
 */
record LanguagesForm(List<String> languages, String another) {

	LanguagesForm(@Nullable List<String> languages, @Nullable String another) {
		this.languages = (languages != null) ? Choices.readAll(languages, LanguageTag::tag) : List.of();
		this.another = Objects.requireNonNullElse(another, "").strip();
	}

	/** What was chosen, where nothing is wrong with it. */
	List<String> chosen(Errors errors) {
		Set<String> chosen = new LinkedHashSet<>(this.languages);
		if (!this.another.isEmpty()) {
			Optional<String> tag = LanguageTag.tag(this.another);
			tag.ifPresentOrElse(chosen::add,
					() -> errors.rejectValue("another", "offer.fault.language", new Object[] { this.another }, null));
		}
		if (chosen.isEmpty()) {
			errors.rejectValue("languages", "offer-languages.fault.none");
		}
		if (chosen.size() > OfferLanguages.MOST) {
			errors.rejectValue("languages", "offer-languages.fault.many", new Object[] { OfferLanguages.MOST }, null);
		}
		return List.copyOf(chosen);
	}

}
