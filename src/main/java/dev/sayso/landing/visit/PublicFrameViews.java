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
	 * The sheet of a page.
	 * @param path where the page is, for the links to its other languages
	 */
	static PublicFrameView of(PublishedPage edition, PageWording wording, String title, String path, boolean automatic,
			@Nullable String notice) {
		PublishedPage.Brand brand = edition.brand();
		String theme = (brand.colour() != null)
				? "/p/" + edition.slug() + "/theme.css?v=" + brand.colour().replace("#", "") : null;
		return new PublicFrameView(wording.language(), title, brand.name(), theme, tongues(edition, wording, path),
				wording.asker(), automatic ? SCRIPT : null, notice, STYLESHEET);
	}

	/**
	 * The sheet of a sentence that belongs to no page.
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
	private static List<PublicFrameView.Tongue> tongues(PublishedPage edition, PageWording current, String path) {
		List<PublicFrameView.Tongue> tongues = new ArrayList<>();
		for (String tag : edition.wordings().keySet()) {
			Locale locale = Locale.forLanguageTag(tag);
			String name = locale.getDisplayName(locale);
			tongues.add(new PublicFrameView.Tongue(tag, capital(name, locale), path + "?lang=" + tag,
					tag.equals(current.language())));
		}
		return tongues;
	}

	private static String capital(String name, Locale locale) {
		return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

}
