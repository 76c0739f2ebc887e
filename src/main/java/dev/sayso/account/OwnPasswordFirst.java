package dev.sayso.account;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets somebody whose password an administrator knows do nothing before they chose their
 * own.
 */
class OwnPasswordFirst implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!SessionVisitor.signedIn().map(SignedIn::passwordGiven).orElse(false)) {
			return true;
		}
		String own = request.getContextPath() + "/account";
		if (SignInRequired.isHtmx(request)) {
			response.setHeader("HX-Redirect", own);
		}
		else {
			response.sendRedirect(own);
		}
		return false;
	}

}
