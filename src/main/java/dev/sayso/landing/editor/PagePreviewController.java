package dev.sayso.landing.editor;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageVersion;
import dev.sayso.landing.PageVersions;
import dev.sayso.shared.NotFoundException;

/**
 * Shows a page as its readers would meet it: the draft, the draft as it is being typed,
 * or a version.
 */
@Controller
@RequestMapping("/landing-pages/{id}/preview")
class PagePreviewController {

	private final LandingPages pages;

	private final PageVersions versions;

	private final PreviewPage preview;

	private final PreviewPeople people;

	private final PageFormParser read;

	PagePreviewController(LandingPages pages, PageVersions versions, PreviewPage preview, PreviewPeople people,
			PageFormParser read) {
		this.pages = pages;
		this.versions = versions;
		this.preview = preview;
		this.people = people;
		this.read = read;
	}

	@GetMapping
	ResponseEntity<String> show(@PathVariable String id, @RequestParam Map<String, String> asked,
			@RequestParam @Nullable Integer version) {
		LandingPage page = this.pages.get(id);
		PageContent content = (version == null) ? page.draft()
				: this.versions.find(page.id(), version)
					.map(PageVersion::content)
					.orElseThrow(() -> new NotFoundException("version " + version + " of landing page " + id));
		String language = asked.getOrDefault("lang", asked.getOrDefault("language", content.language()));
		return show(page, content, language, asked.getOrDefault("profile", "silent"));
	}

	/**
	 * What is typed and not saved; nothing is written.
	 */
	@PutMapping
	ResponseEntity<String> show(@PathVariable String id, @RequestParam Map<String, String> typed) {
		LandingPage page = this.pages.get(id);
		PageContent content = this.read.of(page, typed).content();
		return show(page, content, typed.getOrDefault("shown", content.language()),
				typed.getOrDefault("profile", "silent"));
	}

	private ResponseEntity<String> show(LandingPage page, PageContent content, String language, String profile) {
		return this.preview.show(page, content, language, this.people.person(profile, content).orElse(null),
				"/landing-pages/" + page.id() + "/preview");
	}

}
