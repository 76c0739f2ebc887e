package dev.sayso.account.security;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.shared.ApiPath;

/**
 * Lets the API's addresses hold any id that somebody may have, percent-encoded as a part
 * of the path (RFC 3986, 2.1); elsewhere nothing needs what could lead a path astray.
 */
@Configuration(proxyBeanMethods = false)
class ApiPathConfiguration {

	/** What no id has, and what could stand for another path. */
	private static final Set<String> REFUSED = Set.of("%00", "%2e");

	/**
	 * Leaves to Spring, which takes paths apart before it decodes them, what is within a
	 * part.
	 */
	@Bean
	TomcatConnectorCustomizer encodedSlashes() {
		return (connector) -> {
			connector.setEncodedSolidusHandling("passthrough");
			connector.setEncodedReverseSolidusHandling("passthrough");
		};
	}

	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall pages = new StrictHttpFirewall();
		StrictHttpFirewall api = new StrictHttpFirewall();
		api.getEncodedUrlBlocklist()
			.removeIf((sign) -> sign.startsWith("%") && !REFUSED.contains(sign.toLowerCase(Locale.ROOT)));
		api.getDecodedUrlBlocklist().removeIf((sign) -> !sign.equals("//") && !sign.equals("\0"));
		return new HttpFirewall() {
			@Override
			public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
				return (ApiPath.matches(request.getRequestURI()) ? api : pages).getFirewalledRequest(request);
			}

			@Override
			public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
				return pages.getFirewalledResponse(response);
			}
		};
	}

	/**
	 * Overlooks the slash at the end of a base address, which flag providers put a path
	 * behind.
	 */
	@Bean
	FilterRegistrationBean<OncePerRequestFilter> cleanApiPaths() {
		FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				String sent = request.getRequestURI();
				boolean clean = !sent.startsWith("//") || !ApiPath.matches(sent);
				chain.doFilter(clean ? request : new CleanRequest(request), response);
			}
		});
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	/** A request for the path that is meant. */
	private static final class CleanRequest extends HttpServletRequestWrapper {

		CleanRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getRequestURI() {
			return ApiPath.clean(super.getRequestURI());
		}

	}

}
