package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;

/**
 * Lays out what public pages have around them.
 */
final class PublicFrameViews {

	private PublicFrameViews() {
	}

	/**
	 * The frame of a page.
	 * @param path where the page is, for the links to its other languages
	 */
	static PublicFrameView of(PublishedPage page, PageWording wording, String title, String path, boolean automatic,
			@Nullable String notice) {
		return new PublicFrameView(wording.language(), title, page.brand().name(), theme(page),
				languages(page, wording, path), wording.sender(), path.startsWith("/p/"), automatic, notice);
	}

	/**
	 * The frame of a sentence that belongs to no page.
	 * @param languages those the sentence is in
	 * @param sender the page whose sender it is; null where there is none
	 */
	static PublicFrameView of(String language, String title, List<String> languages, @Nullable PublishedPage sender) {
		List<PublicFrameView.Language> others = languages.stream()
			.map((tag) -> language(tag, "?lang=" + tag, tag.equals(language)))
			.toList();
		PageWording wording = (sender != null) ? sender.wording(Locale.LanguageRange.parse(language)) : null;
		return new PublicFrameView(language, title, (sender != null) ? sender.brand().name() : "",
				(sender != null) ? theme(sender) : null, others, (wording != null) ? wording.sender() : null, true,
				false, null);
	}

	/**
	 * The links to the page's other languages.
	 */
	private static List<PublicFrameView.Language> languages(PublishedPage page, PageWording current, String path) {
		List<PublicFrameView.Language> languages = new ArrayList<>();
		for (String tag : page.wordings().keySet()) {
			languages.add(language(tag, path + "?lang=" + tag, tag.equals(current.language())));
		}
		return languages;
	}

	private static PublicFrameView.Language language(String tag, String href, boolean current) {
		Locale locale = Locale.forLanguageTag(tag);
		return new PublicFrameView.Language(tag, capital(locale.getDisplayName(locale), locale), href, current);
	}

	private static @Nullable String theme(PublishedPage page) {
		String colour = page.brand().colour();
		return (colour != null) ? "/p/" + page.slug() + "/theme.css?v=" + colour.replace("#", "") : null;
	}

	private static String capital(String name, Locale locale) {
		return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

}
