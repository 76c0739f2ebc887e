package dev.sayso.account.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

import dev.sayso.account.SignInLockedException;
import dev.sayso.shared.page.PageFrame;

/**
 * Leads back to the sign-in page with a sentence that does not tell which of name and
 * password was wrong; a store that is down is no wrong password.
 */
class SignInFailureHandler implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
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
