package dev.sayso.landing.confirmation;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.shared.PublicAddress;

/**
 * The pages on which people asked for what waits, as they were, and the addresses where
 * they confirm it.
 */
@Component
class ConfirmationPages {

	private final LandingPages pages;

	private final PublishedPages published;

	private final LinkToken tokens;

	private final PublicAddress address;

	ConfirmationPages(LandingPages pages, PublishedPages published, LinkToken tokens, PublicAddress address) {
		this.pages = pages;
		this.published = published;
		this.tokens = tokens;
		this.address = address;
	}

	Optional<PublishedPage> find(MailedConfirmation asked) {
		return this.pages.findById(asked.page())
			.map(LandingPage::slug)
			.flatMap((slug) -> this.published.find(slug, asked.pageVersion()));
	}

	Optional<UUID> id(String token) {
		return this.tokens.confirmation(token);
	}

	String url(MailedConfirmation asked) {
		return this.address.url() + PublicPath.CONFIRMATIONS + this.tokens.writeConfirmation(asked.id());
	}

	/** Where somebody has their personal link sent to them. */
	String linkRequest(PublishedPage page) {
		return this.address.url() + PublicPath.LINKS + page.slug();
	}

	/** What a page is called for those who read it. */
	static String title(PublishedPage page, String language) {
		String title = page.wording(Locale.LanguageRange.parse(language)).title();
		return title.isBlank() ? page.name() : title;
	}

	/** Who asks, as the page names them. */
	static String sender(PublishedPage page, String language) {
		PageWording wording = page.wording(Locale.LanguageRange.parse(language));
		return wording.sender().name().isBlank() ? page.brand().name() : wording.sender().name();
	}

}
