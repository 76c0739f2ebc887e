package dev.sayso.account.security;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

import dev.sayso.account.AccountPrincipal;
import dev.sayso.account.SessionUser;
import dev.sayso.shared.page.Languages;

@Component("localeResolver")
class AccountLocaleResolver implements LocaleResolver {

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		String asked = request.getParameter("lang");
		if (asked == null) {
			asked = SessionUser.signedIn().map(AccountPrincipal::language).orElse(null);
		}
		Locale locale = (asked != null) ? Languages.of(asked) : null;
		return (locale != null) ? locale : Languages.browser(request);
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("a language is chosen in the account");
	}

}
