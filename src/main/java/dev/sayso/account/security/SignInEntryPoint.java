package dev.sayso.account.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

import dev.sayso.account.SignInLockedException;
import dev.sayso.shared.page.PageFrame;

/**
 * What somebody gets who is not signed in, or not any more: a request of htmx leads the
 * whole page to the sign-in, a form that comes too late gets a page that says so.
 */
final class SignInEntryPoint {

	/** Tells the error page that a form came from a session that is over. */
	private static final String ENDED = "sayso.sessionEnded";

	private SignInEntryPoint() {
	}

	static boolean isHtmx(HttpServletRequest request) {
		return request.getHeader("HX-Request") != null;
	}

	static void unknown(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		if (isHtmx(request)) {
			response.setHeader("HX-Redirect", request.getContextPath() + "/login?ended");
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else {
			response.sendRedirect(request.getContextPath() + "/login");
		}
	}

	static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException, ServletException {
		boolean ended = cause instanceof CsrfException;
		if (ended && isHtmx(request)) {
			response.setHeader("HX-Redirect", request.getContextPath() + "/login?ended");
			response.setStatus(HttpStatus.FORBIDDEN.value());
			return;
		}
		if (ended) {
			request.setAttribute(ENDED, true);
		}
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

	/**
	 * Leads back to the sign-in page with a sentence that does not tell which of name and
	 * password was wrong; a store that is down is no wrong password.
	 */
	static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException, ServletException {
		if (failure instanceof InternalAuthenticationServiceException) {
			throw new ServletException(failure);
		}
		String why = (failure instanceof SignInLockedException locked) ? "locked=" + locked.minutes() : "failed";
		response.sendRedirect(request.getContextPath() + "/login?" + why + language(request));
	}

	private static String language(HttpServletRequest request) {
		String asked = request.getParameter("lang");
		return PageFrame.LANGUAGES.stream()
			.map(PageFrame.Language::tag)
			.filter((tag) -> tag.equals(asked))
			.findFirst()
			.map((tag) -> "&lang=" + tag)
			.orElse("");
	}

}
