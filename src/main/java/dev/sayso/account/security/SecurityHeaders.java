package dev.sayso.account.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

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

	private SecurityHeaders() {
	}

	/** Public pages say themselves how long they may be kept. */
	static void publicPages(HeadersConfigurer<HttpSecurity> headers) {
		common(headers, PAGES, ReferrerPolicy.NO_REFERRER);
		headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin);
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
