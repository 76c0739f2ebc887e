package dev.sayso.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * Lays out what public pages have around them.
 */
final class Sheets {

	private static final String STYLESHEET = versioned("public.css");

	private static final String SCRIPT = versioned("public/denylist.js");

	private Sheets() {
	}

	/**
	 * The sheet of a page.
	 * @param path where the page is, for the links to its other languages
	 */
	static Sheet of(Edition edition, Wording wording, String title, String path, boolean automatic,
			@Nullable String notice) {
		Edition.Brand brand = edition.brand();
		String theme = (brand.colour() != null)
				? "/p/" + edition.slug() + "/theme.css?v=" + brand.colour().replace("#", "") : null;
		return new Sheet(wording.language(), title, brand.name(), theme, tongues(edition, wording, path),
				wording.asker(), automatic ? SCRIPT : null, notice, STYLESHEET);
	}

	/**
	 * The sheet of a sentence that belongs to no page.
	 */
	static Sheet of(String language, String title) {
		return new Sheet(language, title, "", null, List.of(), null, null, null, STYLESHEET);
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
	private static List<Sheet.Tongue> tongues(Edition edition, Wording current, String path) {
		List<Sheet.Tongue> tongues = new ArrayList<>();
		for (String tag : edition.wordings().keySet()) {
			Locale locale = Locale.forLanguageTag(tag);
			String name = locale.getDisplayName(locale);
			tongues.add(new Sheet.Tongue(tag, capital(name, locale), path + "?lang=" + tag,
					tag.equals(current.language())));
		}
		return tongues;
	}

	private static String capital(String name, Locale locale) {
		return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

}
