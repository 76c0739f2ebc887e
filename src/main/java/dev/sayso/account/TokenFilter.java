package dev.sayso.account;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises the token in {@code Authorization: Bearer} (RFC 6750).
 */
class TokenFilter extends OncePerRequestFilter {

	private static final String BEARER = "Bearer ";

	private final UseToken tokens;

	TokenFilter(UseToken tokens) {
		this.tokens = tokens;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader("Authorization");
		if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			this.tokens.use(header.substring(BEARER.length()).strip()).ifPresent(TokenFilter::authenticate);
		}
		chain.doFilter(request, response);
	}

	private static void authenticate(ApiToken token) {
		List<SimpleGrantedAuthority> authorities = token.scopeSet()
			.stream()
			.map((scope) -> new SimpleGrantedAuthority(scope.authority()))
			.toList();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(token, null, authorities));
		SecurityContextHolder.setContext(context);
	}

}
