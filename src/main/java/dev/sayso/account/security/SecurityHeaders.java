package dev.sayso.account.security;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.transaction.TransactionException;

import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.Settings;

/**
 * What browsers are told to refuse on our behalf: no foreign scripts, no inline ones, no
 * frames of others, no camera.
 */
final class SecurityHeaders {

	private static final String PAGES = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:;"
			+ " object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'";

	private static final String DOCS = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
			+ " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

	private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
			+ " browsing-topics=()";

	/** A page by its public link, and the way to one's own link. */
	private static final Pattern SHARED = Pattern.compile("/p/[a-z0-9-]+|/p/links/[a-z0-9-]+");

	private SecurityHeaders() {
	}

	/**
	 * Public pages say themselves how long they may be kept. Those that know nobody are
	 * shown in frames of named websites too, whose scripts may read what they answer.
	 */
	static void publicPages(HeadersConfigurer<HttpSecurity> headers, Settings settings) {
		common(headers, PAGES, ReferrerPolicy.NO_REFERRER);
		headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
			.addHeaderWriter((request, response) -> share(request, response, settings));
	}

	private static void share(HttpServletRequest request, HttpServletResponse response, Settings settings) {
		boolean shared = SHARED.matcher(request.getRequestURI()).matches()
				|| request.getAttribute(NamedOrigins.SHARED) != null;
		NamedOrigins origins = shared ? origins(settings) : new NamedOrigins(Set.of());
		if (origins.all().isEmpty()) {
			response.setHeader("X-Frame-Options", "SAMEORIGIN");
			return;
		}
		response.setHeader("Content-Security-Policy", PAGES + " " + String.join(" ", origins.all()));
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (origins.has(origin)) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
			response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		}
	}

	/** Nobody's while the store is away. */
	private static NamedOrigins origins(Settings settings) {
		try {
			return NamedOrigins.of(settings);
		}
		catch (DataAccessException | TransactionException ex) {
			return new NamedOrigins(Set.of());
		}
	}

	/**
	 * Programs heed few of them, and each costs every answer; the policy is for the pages
	 * that tell of the API.
	 */
	static void api(HeadersConfigurer<HttpSecurity> headers) {
		headers.defaultsDisabled()
			.contentTypeOptions(Customizer.withDefaults())
			.cacheControl(Customizer.withDefaults())
			.httpStrictTransportSecurity(Customizer.withDefaults())
			.contentSecurityPolicy((policy) -> policy.policyDirectives(DOCS));
	}

	/** The console shows previews of public pages in frames of its own. */
	static void console(HeadersConfigurer<HttpSecurity> headers) {
		common(headers, PAGES, ReferrerPolicy.SAME_ORIGIN);
		headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin);
	}

	private static void common(HeadersConfigurer<HttpSecurity> headers, String content, ReferrerPolicy referrer) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(content))
			.referrerPolicy((policy) -> policy.policy(referrer))
			.permissionsPolicyHeader((policy) -> policy.policy(PERMISSIONS))
			.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
	}

}
