package dev.sayso.landing.editor;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.PageVersions;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPageRenderer;
import dev.sayso.landing.visit.LinkRecipient;
import dev.sayso.landing.visit.PublicFormPage;
import dev.sayso.landing.visit.ShownForm;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.Version;

/**
 * Shows a page as its readers would meet it: the draft, the draft as it is being typed,
 * or a version.
 */
@Controller
@RequestMapping("/landing-pages/{id}/preview")
class PagePreviewController {

	private final LandingPages pages;

	private final PageVersions versions;

	private final PageDefaults defaults;

	private final PublicFormPage formPage;

	private final PreviewPeople people;

	PagePreviewController(LandingPages pages, PageVersions versions, PageDefaults defaults, PublicFormPage formPage,
			PreviewPeople people) {
		this.pages = pages;
		this.versions = versions;
		this.defaults = defaults;
		this.formPage = formPage;
		this.people = people;
	}

	@GetMapping
	ResponseEntity<byte[]> show(@PathVariable String id, @RequestParam Map<String, String> asked,
			@RequestParam @Nullable Integer version) {
		LandingPage page = this.pages.get(id);
		PageContent content = (version == null) ? page.draft()
				: this.versions.find(page.id(), version)
					.map(Version::content)
					.orElseThrow(() -> new NotFoundException("version " + version + " of landing page " + id));
		String language = asked.getOrDefault("lang", asked.getOrDefault("language", content.language()));
		return show(page, content, language, asked.getOrDefault("profile", "silent"));
	}

	/**
	 * Shows a draft in the very templates its readers will see; its form sends nothing
	 * that counts.
	 * @param language tag of one of its languages
	 * @param profile whom it is shown to
	 */
	private ResponseEntity<byte[]> show(LandingPage page, PageContent content, String language, String profile) {
		PublishedPage published = PublishedPageRenderer.draft(page, this.defaults.fill(content));
		List<Locale.LanguageRange> languages = PageContent.LANGUAGES.contains(language)
				? List.of(new Locale.LanguageRange(language)) : List.of();
		LinkRecipient recipient = this.people.person(profile, content, published).orElse(null);
		return this.formPage.answer(HttpStatus.OK, new ShownForm(published, published.wording(languages),
				"/landing-pages/" + page.id() + "/preview", recipient, null, false, null, null));
	}

}
