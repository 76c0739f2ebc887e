package dev.sayso.landing.sharing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.visit.PublicFormPage;
import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;

/**
 * Writes the form of a page as HTML for a website of one's own.
 */
@Component
class CopiedForms {

	private final PublishedPages pages;

	private final PublicFormPage formPage;

	private final PublicAddress address;

	private final Settings settings;

	CopiedForms(PublishedPages pages, PublicFormPage formPage, PublicAddress address, Settings settings) {
		this.pages = pages;
		this.formPage = formPage;
		this.address = address;
		this.settings = settings;
	}

	/**
	 * What one copies.
	 *
	 * @param version of the page whose words it has
	 * @param sites from which it is taken at once
	 * @param next where people go on; empty for to our result
	 * @param stray whether that is none of the sites' addresses
	 */
	record Copy(int version, String html, String frame, String language, Collection<String> languages,
			List<String> sites, String next, boolean stray) {

	}

	/** Empty for a page that nobody fills in now who has no link. */
	Optional<Copy> find(LandingPage page, String language, String next) {
		return this.pages.find(page.slug(), null)
			.filter((published) -> page.kind().isPublic() && !published.closed() && !published.lacksService())
			.map((published) -> copy(published, language, next.strip()));
	}

	private Copy copy(PublishedPage page, String language, String next) {
		PageWording wording = page
			.wording(language.isBlank() ? List.of() : List.of(new Locale.LanguageRange(tag(page, language))));
		List<String> sites = NamedOrigins.of(this.settings).all().stream().sorted().toList();
		boolean stray = !next.isEmpty() && sites.stream().noneMatch((site) -> NamedOrigins.holds(site, next));
		String html = this.formPage.copy(page, wording, this.address.url(), (next.isEmpty() || stray) ? null : next);
		String frame = "<iframe src=\"%s/p/%s?lang=%s\" width=\"100%%\" height=\"700\"></iframe>"
			.formatted(this.address.url(), page.slug(), wording.language());
		return new Copy(page.version(), html, frame, wording.language(), page.wordings().keySet(), sites, next, stray);
	}

	private static String tag(PublishedPage page, String language) {
		return page.wordings().containsKey(language) ? language : page.wordings().keySet().iterator().next();
	}

}
