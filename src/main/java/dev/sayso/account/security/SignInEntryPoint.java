package dev.sayso.account.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriUtils;

import dev.sayso.account.LocalPath;

/**
 * What somebody gets who is not signed in, or not any more: a request of htmx leads the
 * whole page to the sign-in, a form that comes too late gets a page that says so. Nothing
 * is remembered of strangers: the page they asked for travels with the form.
 */
final class SignInEntryPoint {

	/** Tells the error page that a form came from a session that is over. */
	private static final String ENDED = "sayso.sessionEnded";

	/** The request attribute that holds why signing in failed. */
	static final String FAILURE = "sayso.signInFailure";

	/** The parameter that names the page to open after signing in. */
	static final String TO = "to";

	private SignInEntryPoint() {
	}

	static boolean isHtmx(HttpServletRequest request) {
		return request.getHeader("HX-Request") != null;
	}

	static void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String signIn = request.getContextPath() + "/login";
		if (isHtmx(request)) {
			response.setHeader("HX-Redirect", signIn + "?ended");
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
			response.sendRedirect(signIn + wanted(request));
		}
		else {
			ended(request, response);
		}
	}

	static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException {
		boolean ended = cause instanceof CsrfException;
		if (ended && isHtmx(request)) {
			response.setHeader("HX-Redirect", request.getContextPath() + "/login?ended");
			response.setStatus(HttpStatus.FORBIDDEN.value());
		}
		else if (ended && request.getServletPath().equals("/login")) {
			String to = LocalPath.of(request.getParameter(TO), "");
			response.sendRedirect(request.getContextPath() + "/login?ended"
					+ (to.isEmpty() ? "" : "&" + TO + "=" + UriUtils.encode(to, StandardCharsets.UTF_8)));
		}
		else if (ended) {
			ended(request, response);
		}
		else {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	/** Opens the page that was asked for, or the first one. */
	static void succeeded(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.sendRedirect(request.getContextPath() + LocalPath.of(request.getParameter(TO), "/"));
	}

	/**
	 * Shows the sign-in page again as it was filled in, with a sentence that does not
	 * tell which of name and password was wrong; a store that is down is no wrong
	 * password.
	 */
	static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException, ServletException {
		if (failure instanceof InternalAuthenticationServiceException) {
			throw new ServletException(failure);
		}
		request.setAttribute(FAILURE, failure);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		request.getRequestDispatcher("/login").forward(new Shown(request), response);
	}

	private static void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
		request.setAttribute(ENDED, true);
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

	/**
	 * The page to open after signing in: a whole page only, so that nobody lands on a
	 * fragment or a file.
	 */
	private static String wanted(HttpServletRequest request) {
		boolean page = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		String path = request.getRequestURI().substring(request.getContextPath().length()) + query;
		String local = page ? LocalPath.of(path, "/") : "/";
		return local.equals("/") ? "" : "?" + TO + "=" + UriUtils.encode(local, StandardCharsets.UTF_8);
	}

	/** The sign-in page, where its form was sent to. */
	private static final class Shown extends HttpServletRequestWrapper {

		Shown(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getMethod() {
			return "GET";
		}

	}

}
