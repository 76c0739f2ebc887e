package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.theme.Theme;
import dev.sayso.landing.theme.Themes;
import dev.sayso.shared.Organisation;
import dev.sayso.shared.Settings;
import dev.sayso.store.UploadedImages;

/**
 * Says what a page leaves to others: who asks, where it names nobody, and how it looks,
 * where it has a theme. A version freezes what it showed, so that a change of Settings or
 * of a theme reaches a page when it is published again.
 */
@Component
public class PageDefaults {

	private final Settings settings;

	private final Themes themes;

	private final UploadedImages images;

	PageDefaults(Settings settings, Themes themes, UploadedImages images) {
		this.settings = settings;
		this.themes = themes;
		this.images = images;
	}

	/** Whom Settings name. */
	public PageContact contact() {
		return contact(Organisation.of(this.settings));
	}

	/** The page as its readers would see it now. */
	public PageContent fill(PageContent content) {
		Organisation organisation = Organisation.of(this.settings);
		PageContact contact = content.contact().isBlank() ? contact(organisation) : content.contact();
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		content.texts()
			.forEach((tag, words) -> texts.put(tag, words.privacyNotice().isBlank()
					? words.withPrivacyNotice(organisation.privacyNotice(tag)) : words));
		return dressed(content.withTexts(texts).withContact(contact));
	}

	/** The page without what others say as well, so that it follows them again. */
	public PageContent strip(PageContent content) {
		Organisation organisation = Organisation.of(this.settings);
		PageContact contact = content.contact().equals(contact(organisation)) ? PageContact.NONE : content.contact();
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		content.texts()
			.forEach((tag, words) -> texts.put(tag, words.privacyNotice().equals(organisation.privacyNotice(tag))
					? words.withPrivacyNotice("") : words));
		String theme = content.look().theme();
		return content.withTexts(texts)
			.withContact(contact)
			.withLook((theme != null) ? PageLook.of(theme) : PageLook.NONE);
	}

	private PageContent dressed(PageContent content) {
		String key = content.look().theme();
		Theme theme = (key != null) ? this.themes.findBySlug(key).orElse(null) : null;
		if (theme == null) {
			return content;
		}
		return content.withBrand(theme.style().accent(), theme.brand())
			.withLook(new PageLook(key, theme.style(), logo(theme)));
	}

	private PageLook.@Nullable Logo logo(Theme theme) {
		return (theme.logo() == null) ? null
				: this.images.find(theme.logo())
					.map((image) -> new PageLook.Logo(image.url(), image.width(), image.height()))
					.orElse(null);
	}

	private static PageContact contact(Organisation organisation) {
		return new PageContact(organisation.name(), organisation.address(), organisation.email(), organisation.phone());
	}

}
