package dev.sayso.landing.editor;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPageRenderer;
import dev.sayso.landing.visit.LinkRecipient;
import dev.sayso.landing.visit.PublicFormPage;

/**
 * Shows a draft as its readers would meet it, in the very templates they will; its form
 * sends nothing that counts.
 */
@Component
class PreviewPage {

	private final PublicFormPage forms;

	PreviewPage(PublicFormPage forms) {
		this.forms = forms;
	}

	/**
	 * A draft.
	 * @param language tag of one of its languages
	 * @param as whom it is shown to; null for somebody nobody identified
	 * @param path where the preview is, for its links to other languages
	 */
	ResponseEntity<String> show(LandingPage page, PageContent content, String language, @Nullable LinkRecipient as,
			String path) {
		PublishedPage edition = PublishedPageRenderer.draft(page, content);
		List<Locale.LanguageRange> wanted = PageContent.LANGUAGES.contains(language)
				? List.of(new Locale.LanguageRange(language)) : List.of();
		return this.forms.answer(HttpStatus.OK,
				new PublicFormPage.View(edition, edition.wording(wanted), path, as, null, Map.of(), false, null, null));
	}

}
