package dev.sayso.account.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the token of forms in the session, where nobody else can put one. Of strangers,
 * who have none, their browser keeps it, so that nothing has to be kept of them here.
 */
class CsrfTokens implements CsrfTokenRepository {

	static final String COOKIE = "SAYSO-CSRF";

	private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

	private final CookieCsrfTokenRepository browser = new CookieCsrfTokenRepository();

	CsrfTokens() {
		this.browser.setCookieName(COOKIE);
		this.browser.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		this.browser.setHeaderName("X-CSRF-TOKEN");
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return this.browser.generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		place(request).saveToken(token, request, response);
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return place(request).loadToken(request);
	}

	private CsrfTokenRepository place(HttpServletRequest request) {
		return (request.getSession(false) != null) ? this.session : this.browser;
	}

}
