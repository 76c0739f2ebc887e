package dev.sayso.landing;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Says;
import dev.sayso.profile.Profiles;
import dev.sayso.shared.ProfileId;

/**
 * Shows a draft as its readers would meet it, in the very templates they will; its form
 * sends nothing that counts.
 */
@Component
class PreviewPage {

	private final ShowForm forms;

	private final Profiles profiles;

	private final Says says;

	PreviewPage(ShowForm forms, Profiles profiles, Says says) {
		this.forms = forms;
		this.profiles = profiles;
		this.says = says;
	}

	/**
	 * A draft.
	 * @param language tag of one of its languages
	 * @param as whom it is shown to; null for somebody nobody identified
	 * @param path where the preview is, for its links to other languages
	 */
	ResponseEntity<String> show(LandingPage page, PageContent content, String language, @Nullable ProfileId as,
			String path) {
		Edition edition = EditionOf.draft(page, content);
		Person person = (as != null)
				? this.profiles.findById(as).map((profile) -> new Person(profile, this.says.of(as), null)).orElse(null)
				: null;
		return this.forms.answer(HttpStatus.OK,
				new ShowForm.View(edition, edition.wording(List.of(new Locale.LanguageRange(language))), path, person,
						null, Map.of(), false, null, null));
	}

}
