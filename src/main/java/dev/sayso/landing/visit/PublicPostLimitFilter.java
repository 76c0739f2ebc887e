package dev.sayso.landing.visit;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes from the public only what a form can be, before anything reads it: the generous
 * limit for files is for those who sign in. At the addresses that unsubscribe nothing is
 * read, so that anything may be sent there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PublicPostLimitFilter extends OncePerRequestFilter {

	private static final long LARGEST = 128 * 1024;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
		return !path.startsWith("/p/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean chunked = request.getHeader("Transfer-Encoding") != null;
		if (request.getContentLengthLong() > LARGEST || chunked) {
			response.setHeader("Connection", "close");
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else if (!isForm(request.getContentType())) {
			response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/**
	 * What is sent as something else would read as a form that was left empty.
	 */
	private static boolean isForm(@Nullable String type) {
		String plain = (type != null) ? type.toLowerCase(Locale.ROOT) : "";
		return plain.isEmpty() || plain.startsWith("application/x-www-form-urlencoded")
				|| plain.startsWith("multipart/form-data");
	}

}
