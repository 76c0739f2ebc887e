package dev.sayso.account;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chooses the language of a page: the one asked for in the URL, the account's, the
 * browser's, English.
 */
@Component("localeResolver")
class ReaderLocale implements LocaleResolver {

	private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		String asked = request.getParameter("lang");
		if (asked == null) {
			asked = SessionVisitor.signedIn().map(SignedIn::language).orElse(null);
		}
		if (asked != null) {
			Locale locale = Locale.lookup(List.of(new Locale.LanguageRange(safe(asked))), LOCALES);
			if (locale != null) {
				return locale;
			}
		}
		return browser(request.getHeader("Accept-Language"));
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("a language is chosen in the account");
	}

	private static Locale browser(@Nullable String header) {
		try {
			Locale locale = (header != null) ? Locale.lookup(Locale.LanguageRange.parse(header), LOCALES) : null;
			return (locale != null) ? locale : Locale.ENGLISH;
		}
		catch (IllegalArgumentException ex) {
			return Locale.ENGLISH;
		}
	}

	private static String safe(String tag) {
		return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? tag : "en";
	}

}
