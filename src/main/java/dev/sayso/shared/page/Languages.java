package dev.sayso.shared.page;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The languages that Sayso speaks, and which of them somebody understands.
 */
public final class Languages {

	private static final List<Locale> LOCALES = PageFrame.LANGUAGES.stream()
		.map((language) -> Locale.forLanguageTag(language.tag()))
		.toList();

	private Languages() {
	}

	/** The language of a tag; null where we do not speak it. */
	public static @Nullable Locale of(String tag) {
		return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
				? Locale.lookup(List.of(new Locale.LanguageRange(tag)), LOCALES) : null;
	}

	/** The best of those the browser asks for, else English. */
	public static Locale browser(HttpServletRequest request) {
		String header = request.getHeader("Accept-Language");
		try {
			Locale locale = (header != null) ? Locale.lookup(Locale.LanguageRange.parse(header), LOCALES) : null;
			return (locale != null) ? locale : Locale.ENGLISH;
		}
		catch (IllegalArgumentException ex) {
			return Locale.ENGLISH;
		}
	}

}
