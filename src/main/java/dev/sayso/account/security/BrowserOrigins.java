package dev.sayso.account.security;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiToken;
import dev.sayso.account.token.ApiTokenAuthentication;

/**
 * Lets the pages of a website read what the API answers to the browser tokens that are
 * bound to it. What a page asks first (a preflight) names no token: then some token has
 * to be bound to the website.
 */
class BrowserOrigins implements CorsConfigurationSource {

	private static final Duration REMEMBERED = Duration.ofMinutes(10);

	/** What refuses a page that asks first. */
	private static final CorsConfiguration NOBODY = new CorsConfiguration();

	private final ApiTokenAuthentication tokens;

	private final RequestMatcher open;

	BrowserOrigins(ApiTokenAuthentication tokens, List<ApiAccessRule> rules) {
		this.tokens = tokens;
		List<RequestMatcher> paths = rules.stream()
			.filter(ApiAccessRule::pages)
			.flatMap((rule) -> rule.paths().stream())
			.<RequestMatcher>map((path) -> PathPatternRequestMatcher.withDefaults().matcher(path))
			.toList();
		this.open = new OrRequestMatcher(paths);
	}

	@Override
	public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (origin == null) {
			return null;
		}
		boolean open = this.open.matches(request);
		if (CorsUtils.isPreFlightRequest(request)) {
			return (open && this.tokens.isOrigin(origin)) ? open(origin) : NOBODY;
		}
		return (open && isBound(request, origin)) ? open(origin) : null;
	}

	private boolean isBound(HttpServletRequest request, String origin) {
		return this.tokens.find(request)
			.map((caller) -> caller.getPrincipal() instanceof ApiToken token && token.originSet().contains(origin))
			.orElse(false);
	}

	private static CorsConfiguration open(String origin) {
		CorsConfiguration answer = new CorsConfiguration();
		answer.setAllowedOrigins(List.of(origin));
		answer.setAllowedMethods(List.of(HttpMethod.POST.name()));
		answer
			.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_NONE_MATCH));
		answer.setExposedHeaders(List.of(HttpHeaders.ETAG));
		answer.setMaxAge(REMEMBERED);
		return answer;
	}

}
