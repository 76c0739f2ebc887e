package dev.sayso.account.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

import dev.sayso.account.AccountPrincipal;
import dev.sayso.account.SessionUser;

/**
 * Lets somebody whose password an administrator knows do nothing before they chose their
 * own.
 */
class PasswordChangeFilter implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!SessionUser.signedIn().map(AccountPrincipal::passwordGiven).orElse(false)) {
			return true;
		}
		String own = request.getContextPath() + "/account";
		if (SignInEntryPoint.isHtmx(request)) {
			response.setHeader("HX-Redirect", own);
		}
		else {
			response.sendRedirect(own);
		}
		return false;
	}

}
