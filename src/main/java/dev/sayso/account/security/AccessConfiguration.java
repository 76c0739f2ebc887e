package dev.sayso.account.security;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sayso.account.token.ApiScope;
import dev.sayso.account.token.ApiTokenAuthentication;

/**
 * Who may do what by which URL, in three chains: public pages, the API, the console.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

	private static final String[] READERS = { "OPERATOR", "MARKETER", "AUDITOR", "ADMIN" };

	private static final String[] STATIC = { "/app.css", "/public.css", "/icons.svg", "/favicon.svg", "/favicon.ico",
			"/robots.txt", "/fonts/**", "/js/**", "/vendor/**", "/public/**" };

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ActorArgumentResolver());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new PasswordChangeFilter())
			.excludePathPatterns("/account", "/account/**", "/login", "/error", "/p/**", "/u/**", "/api/**",
					"/ofrep/**")
			.excludePathPatterns(STATIC);
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
			.headers(SecurityHeaders::ofPublicPages)
			.build();
	}

	/**
	 * The API: the token of each call is the key, and nothing stays from one to the next.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain api(HttpSecurity http, ApiTokenAuthentication tokens) throws Exception {
		return http.securityMatcher("/api/**", "/ofrep/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.securityContext((context) -> context.securityContextRepository(new NullSecurityContextRepository()))
			.addFilterBefore(new ApiTokenFilter(tokens), AuthorizationFilter.class)
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(ApiAccessProblems::unauthorized)
				.accessDeniedHandler(ApiAccessProblems::forbidden))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/api/v1/decisions", "/api/v1/decisions/*/outcomes", "/api/v1/propositions/*/events",
						"/ofrep/v1/**")
				.hasAuthority(ApiScope.DECISIONS.authority())
				.requestMatchers("/api/v1/openapi.json", "/api/v1/openapi.json.yaml", "/api/v1/openapi.json/**",
						"/api/docs/**", "/api/swagger-ui/**", "/api/docs")
				.permitAll()
				.requestMatchers("/api/v1/profiles/*/links")
				.hasAuthority(ApiScope.LINKS.authority())
				.requestMatchers("/api/v1/condition.schema.json")
				.permitAll()
				.requestMatchers("/api/v1/audiences", "/api/v1/audiences/**")
				.hasAuthority(ApiScope.AUDIENCES.authority())
				.requestMatchers("/api/v1/decision-batches")
				.access(AuthorizationManagers.allOf(
						AuthorityAuthorizationManager.hasAuthority(ApiScope.DECISIONS.authority()),
						AuthorityAuthorizationManager.hasAuthority(ApiScope.AUDIENCES.authority())))
				.requestMatchers("/api/v1/profiles/**")
				.hasAuthority(ApiScope.PROFILES.authority())
				.anyRequest()
				.access(ApiAccessProblems::nothingHere))
			.headers(SecurityHeaders::ofApi)
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain console(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers(STATIC)
				.permitAll()
				.requestMatchers("/login", "/error", "/actuator/health")
				.permitAll()
				.requestMatchers("/account", "/account/**", "/logout")
				.hasAnyRole(READERS)
				.requestMatchers("/actuator/**")
				.denyAll()
				.requestMatchers("/settings", "/settings/**")
				.access((authentication, context) -> Roles.mayConfigure(authentication, context.getRequest()))
				.requestMatchers("/profiles/*/links")
				.hasAnyRole("OPERATOR", "ADMIN")
				.requestMatchers("/audiences/new", "/offers/new", "/audiences/lists/new", "/placements/new",
						"/collections/new", "/decisions/new", "/decisions/*/criteria/*/new", "/decisions/*/completion")
				.hasAnyRole("MARKETER", "ADMIN")
				.requestMatchers("/decisions/*/made-up-people/**")
				.hasAnyRole("MARKETER", "ADMIN")
				.requestMatchers("/audiences/draft", "/audiences/answer", "/eligibility/draft", "/eligibility/answer")
				.hasAnyRole(READERS)
				.requestMatchers(HttpMethod.GET)
				.hasAnyRole(READERS)
				.requestMatchers(HttpMethod.HEAD)
				.hasAnyRole(READERS)
				.requestMatchers("/exports", "/exports/**")
				.hasAnyRole(READERS)
				.requestMatchers("/profiles", "/profiles/**", "/imports", "/imports/**", "/confirmations/**")
				.hasAnyRole("OPERATOR", "ADMIN")
				.requestMatchers("/landing-pages", "/landing-pages/**", "/audiences", "/audiences/**", "/offers",
						"/offers/**", "/placements", "/placements/**", "/collections", "/collections/**", "/qualifiers",
						"/qualifiers/**", "/decisions", "/decisions/**")
				.hasAnyRole("MARKETER", "ADMIN")
				.anyRequest()
				.denyAll())
			.formLogin((login) -> login.loginPage("/login").failureHandler(new SignInFailureHandler()).permitAll())
			.logout((logout) -> logout.logoutSuccessUrl("/login?signed-out"))
			.requestCache((cache) -> cache.requestCache(new PageRequestCache()))
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(SignInEntryPoint::unknown)
				.accessDeniedHandler(SignInEntryPoint::denied))
			.headers(SecurityHeaders::ofConsole)
			.build();
	}

	@Bean
	PasswordEncoder passwords() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

}
