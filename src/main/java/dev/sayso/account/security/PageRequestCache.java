package dev.sayso.account.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Remembers the page somebody wanted before they signed in: whole pages only, so that
 * nobody lands on a fragment or a file, and once.
 */
class PageRequestCache extends HttpSessionRequestCache {

	PageRequestCache() {
		setMatchingRequestParameterName(null);
		setRequestMatcher((request) -> request.getMethod().equals("GET") && !SignInEntryPoint.isHtmx(request)
				&& String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		SavedRequest asked = super.getRequest(request, response);
		removeRequest(request, response);
		return asked;
	}

	/**
	 * Nothing is played again: a page asked for is simply opened, and files need no look
	 * into the session.
	 */
	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

}
