package dev.sayso.account;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who may do what by which URL, in three chains: public pages, the API, the console.
 */
@Configuration(proxyBeanMethods = false)
class Access implements WebMvcConfigurer {

	private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:;"
			+ " object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'";

	private static final String DOCS_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
			+ " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

	private static final String[] READERS = { "OPERATOR", "MARKETER", "AUDITOR", "ADMIN" };

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ActorArgument());
	}

	/**
	 * Public pages: nobody signs in, nothing is remembered, the token in the link is the
	 * key.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
		return http.securityMatcher("/p/**", "/u/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.headers((headers) -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
				.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain api(HttpSecurity http, UseToken tokens) throws Exception {
		return http.securityMatcher("/api/**", "/ofrep/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.addFilterBefore(new TokenFilter(tokens), AuthorizationFilter.class)
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(ApiProblems::unauthorized)
				.accessDeniedHandler(ApiProblems::forbidden))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/api/v1/openapi.json", "/api/v1/openapi.json/**", "/api/docs/**",
						"/api/swagger-ui/**", "/api/docs")
				.permitAll()
				.requestMatchers("/api/v1/profiles/*/links")
				.hasAuthority(Scope.LINKS.authority())
				.requestMatchers("/api/v1/profiles/**")
				.hasAuthority(Scope.PROFILES.authority())
				.anyRequest()
				.denyAll())
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(DOCS_POLICY)))
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain console(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/login", "/error", "/actuator/health", "/app.css", "/public.css", "/icons.svg",
						"/favicon.svg", "/favicon.ico", "/robots.txt", "/fonts/**", "/js/**", "/vendor/**",
						"/public/**")
				.permitAll()
				.requestMatchers(HttpMethod.POST, "/account/**", "/logout")
				.authenticated()
				.requestMatchers("/actuator/**")
				.denyAll()
				.requestMatchers("/settings", "/settings/**")
				.access((authentication, context) -> Roles.mayConfigure(authentication, context.getRequest()))
				.requestMatchers(HttpMethod.GET)
				.hasAnyRole(READERS)
				.requestMatchers(HttpMethod.HEAD)
				.hasAnyRole(READERS)
				.requestMatchers("/exports", "/exports/**")
				.hasAnyRole(READERS)
				.requestMatchers("/profiles", "/profiles/**", "/imports", "/imports/**", "/confirmations/**")
				.hasAnyRole("OPERATOR", "ADMIN")
				.requestMatchers("/landing-pages", "/landing-pages/**")
				.hasAnyRole("MARKETER", "ADMIN")
				.anyRequest()
				.denyAll())
			.formLogin((login) -> login.loginPage("/login").permitAll())
			.logout(Customizer.withDefaults())
			.exceptionHandling((failures) -> failures.defaultAuthenticationEntryPointFor(
					new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), new RequestHeaderRequestMatcher("HX-Request")))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	@Bean
	UserDetailsService users(Accounts accounts) {
		return (username) -> accounts.findByUsername(username.strip().toLowerCase(java.util.Locale.ROOT))
			.map(SignedIn::of)
			.orElseThrow(() -> new UsernameNotFoundException(username));
	}

	@Bean
	PasswordEncoder passwords() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

}
