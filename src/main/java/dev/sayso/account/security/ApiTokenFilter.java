package dev.sayso.account.security;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.account.token.ApiToken;
import dev.sayso.account.token.ApiTokenAuthentication;
import dev.sayso.account.token.BrowserCall;

/**
 * Recognises the token of a call, and holds it to its limit and to the websites that it
 * is bound to.
 */
class ApiTokenFilter extends OncePerRequestFilter {

	/** Where a page that is refused would go on showing what it had. */
	private static final RequestMatcher FLAGS = PathPatternRequestMatcher.withDefaults().matcher("/ofrep/**");

	private final ApiTokenAuthentication tokens;

	private final ApiCallLimit limit;

	ApiTokenFilter(ApiTokenAuthentication tokens, ApiCallLimit limit) {
		this.tokens = tokens;
		this.limit = limit;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication caller = this.tokens.find(request).orElse(null);
		if (caller != null && caller.getPrincipal() instanceof ApiToken token) {
			if (token.isBrowser() && !token.originSet().contains(request.getHeader(HttpHeaders.ORIGIN))) {
				ApiAccessProblems.foreign(request, response);
				return;
			}
			Duration wait = this.limit.count(token);
			if (token.isBrowser() && FLAGS.matches(request)) {
				(wait.isZero() ? BrowserCall.WITHIN : BrowserCall.BEYOND).mark(request);
			}
			else if (!wait.isZero()) {
				ApiAccessProblems.tooMany(request, response, wait);
				return;
			}
			authenticate(caller);
		}
		chain.doFilter(request, response);
	}

	private static void authenticate(Authentication token) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(token);
		SecurityContextHolder.setContext(context);
	}

}
