package dev.sayso.account.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What somebody gets whose session ended: a request of htmx leads the whole page to the
 * sign-in, a form that comes too late gets a page that says so.
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

}
