package dev.sayso.account.security;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.account.token.ApiToken;
import dev.sayso.account.token.ApiTokenAuthentication;

/**
 * Recognises the token in {@code Authorization: Bearer} (RFC 6750), and holds it to its
 * limit.
 */
class ApiTokenFilter extends OncePerRequestFilter {

	private static final String BEARER = "Bearer ";

	private final ApiTokenAuthentication tokens;

	private final ApiCallLimit limit;

	ApiTokenFilter(ApiTokenAuthentication tokens, ApiCallLimit limit) {
		this.tokens = tokens;
		this.limit = limit;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader("Authorization");
		if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			Authentication token = this.tokens.use(header.substring(BEARER.length()).strip()).orElse(null);
			if (token != null) {
				Duration wait = this.limit.count((ApiToken) token.getPrincipal());
				if (!wait.isZero()) {
					ApiAccessProblems.tooMany(request, response, wait);
					return;
				}
				authenticate(token);
			}
		}
		chain.doFilter(request, response);
	}

	private static void authenticate(Authentication token) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(token);
		SecurityContextHolder.setContext(context);
	}

}
