package dev.sayso.landing.visit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;

/**
 * Lays out what public pages have around them.
 */
final class PublicFrameViews {

	private static final String STYLESHEET = versioned("public.css");

	private static final String SCRIPT = versioned("public/denylist.js");

	private PublicFrameViews() {
	}

	/**
	 * The frame of a page.
	 * @param path where the page is, for the links to its other languages
	 */
	static PublicFrameView of(PublishedPage page, PageWording wording, String title, String path, boolean automatic,
			@Nullable String notice) {
		PublishedPage.Brand brand = page.brand();
		String theme = (brand.colour() != null)
				? "/p/" + page.slug() + "/theme.css?v=" + brand.colour().replace("#", "") : null;
		return new PublicFrameView(wording.language(), title, brand.name(), theme, languages(page, wording, path),
				wording.sender(), automatic ? SCRIPT : null, notice, STYLESHEET);
	}

	/**
	 * The frame of a sentence that belongs to no page.
	 */
	static PublicFrameView of(String language, String title) {
		return new PublicFrameView(language, title, "", null, List.of(), null, null, null, STYLESHEET);
	}

	/**
	 * The address of a file that may be kept for long, since it changes with its content.
	 */
	private static String versioned(String file) {
		try {
			CRC32 sum = new CRC32();
			sum.update(new ClassPathResource("static/" + file).getContentAsByteArray());
			return "/" + file + "?v=" + Long.toHexString(sum.getValue());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The links to the page's other languages.
	 */
	private static List<PublicFrameView.Language> languages(PublishedPage page, PageWording current, String path) {
		List<PublicFrameView.Language> languages = new ArrayList<>();
		for (String tag : page.wordings().keySet()) {
			Locale locale = Locale.forLanguageTag(tag);
			String name = locale.getDisplayName(locale);
			languages.add(new PublicFrameView.Language(tag, capital(name, locale), path + "?lang=" + tag,
					tag.equals(current.language())));
		}
		return languages;
	}

	private static String capital(String name, Locale locale) {
		return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

}
