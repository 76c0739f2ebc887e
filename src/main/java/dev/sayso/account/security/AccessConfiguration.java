package dev.sayso.account.security;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sayso.account.AccessRule;
import dev.sayso.account.AccessRule.Kind;
import dev.sayso.account.Role;
import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiTokenAuthentication;
import dev.sayso.shared.Settings;

/**
 * Who may do what by which URL, in three chains: public pages, the API, the console. The
 * last two ask the rules that rooms bring.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

	private static final String[] STATIC = { "/static/**", "/app.css", "/app.js", "/public.css", "/icons.svg",
			"/favicon.svg", "/favicon.ico", "/robots.txt", "/fonts/**", "/js/**", "/vendor/**", "/public/**" };

	/** Open to all, and nothing is remembered of who comes. */
	private static final String[] PUBLIC = { "/p/**", "/u/**", "/verify", "/images/**", "/.well-known/jwks.json",
			"/inbound/*", "/ofrep/v1/streams/*", "/hooks/**" };

	private static final String[] API_DOCUMENTS = { "/api/v1/openapi.json", "/api/v1/openapi.json.yaml",
			"/api/v1/openapi.json/**", "/api/docs/**", "/api/swagger-ui/**", "/api/docs",
			"/api/v1/condition.schema.json" };

	private final SessionLimits sessions;

	AccessConfiguration(SessionLimits sessions) {
		this.sessions = sessions;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ActorArgumentResolver());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		String[] open = { "/login", "/error", "/api/**", "/ofrep/**" };
		registry.addInterceptor(this.sessions)
			.excludePathPatterns(open)
			.excludePathPatterns(PUBLIC)
			.excludePathPatterns(STATIC);
		registry.addInterceptor(new PasswordChangeFilter())
			.excludePathPatterns("/account", "/account/**")
			.excludePathPatterns(open)
			.excludePathPatterns(PUBLIC)
			.excludePathPatterns(STATIC);
	}

	/**
	 * Public pages: nobody signs in, nothing is remembered, the token in the link is the
	 * key.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain publicPages(HttpSecurity http, Settings settings) throws Exception {
		return http.securityMatcher(PUBLIC)
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.servletApi(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.headers((headers) -> SecurityHeaders.publicPages(headers, settings))
			.build();
	}

	/**
	 * The API: the token of each call is the key, and nothing stays from one to the next.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain api(HttpSecurity http, ApiTokenAuthentication tokens, ApiCallLimit limit,
			List<ApiAccessRule> rules) throws Exception {
		return http.securityMatcher("/api/**", "/ofrep/**")
			.cors((cors) -> cors.configurationSource(new BrowserOrigins(tokens, rules)))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.securityContext((context) -> context.securityContextRepository(new NullSecurityContextRepository()))
			.addFilterBefore(new ApiTokenFilter(tokens, limit), AuthorizationFilter.class)
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(ApiAccessProblems::unauthorized)
				.accessDeniedHandler(ApiAccessProblems::forbidden))
			.authorizeHttpRequests((requests) -> {
				// what is answered later was let in when it was asked
				requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
				rules.stream()
					.sorted(Comparator.comparing(ApiAccessRule::special, Comparator.reverseOrder()))
					.forEach((rule) -> requests.requestMatchers(rule.paths().toArray(String[]::new))
						.access((caller, call) -> ApiAccessProblems.check(caller, call, rule)));
				requests.requestMatchers(API_DOCUMENTS).permitAll().anyRequest().access(ApiAccessProblems::nothingHere);
			})
			.headers(SecurityHeaders::api)
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain console(HttpSecurity http, List<AccessRule> rules, KnownDevices devices) throws Exception {
		Map<AccessRule.Kind, List<AccessRule>> byKind = rules.stream().collect(Collectors.groupingBy(AccessRule::kind));
		return http.authorizeHttpRequests((requests) -> {
			requests.requestMatchers(STATIC).permitAll();
			requests.requestMatchers("/login", "/error", "/actuator/health").permitAll();
			requests.requestMatchers("/actuator/**").denyAll();
			byKind.getOrDefault(Kind.SPECIAL, List.of())
				.forEach((rule) -> requests.requestMatchers(paths(rule)).hasAnyRole(roles(rule.roles())));
			for (HttpMethod read : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
				byKind.getOrDefault(Kind.READING, List.of())
					.forEach((rule) -> requests.requestMatchers(read, paths(rule)).hasAnyRole(roles(rule.roles())));
				requests.requestMatchers(read).hasAnyRole(roles(AccessRule.EVERYBODY));
			}
			byKind.getOrDefault(Kind.WRITING, List.of())
				.forEach((rule) -> requests.requestMatchers(paths(rule)).hasAnyRole(roles(rule.roles())));
			requests.anyRequest().denyAll();
		})
			.formLogin((login) -> login.loginPage("/login")
				.authenticationDetailsSource(devices::source)
				.successHandler((request, response, user) -> {
					devices.remember(user.getName(), request, response);
					SignInEntryPoint.succeeded(request, response);
				})
				.failureHandler(SignInEntryPoint::failed)
				.permitAll())
			.logout((logout) -> logout.logoutSuccessUrl("/login?signed-out"))
			.csrf((csrf) -> csrf.csrfTokenRepository(new CsrfTokens()))
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((management) -> management.addSessionAuthenticationStrategy(this.sessions))
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint((request, response, cause) -> SignInEntryPoint.unknown(request, response))
				.accessDeniedHandler(SignInEntryPoint::denied))
			.headers(SecurityHeaders::console)
			.build();
	}

	private static String[] paths(AccessRule rule) {
		return rule.paths().toArray(String[]::new);
	}

	private static String[] roles(Set<Role> roles) {
		return roles.stream().map(Role::name).toArray(String[]::new);
	}

	@Bean
	static PasswordEncoder passwords() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

}
