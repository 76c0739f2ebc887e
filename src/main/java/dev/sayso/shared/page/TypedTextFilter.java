package dev.sayso.shared.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.shared.ApiPath;

/**
 * Takes a text as it was meant, in every form and query: without what nobody can type,
 * such as NUL, which not every store can keep.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class TypedTextFilter extends OncePerRequestFilter {

	private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return ApiPath.matches(request.getRequestURI());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new TypedRequest(request), response);
	}

	private static final class TypedRequest extends HttpServletRequestWrapper {

		TypedRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String value = super.getParameter(name);
			return (value != null) ? clean(value) : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] values = super.getParameterValues(name);
			return (values != null) ? clean(values) : null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> clean = new LinkedHashMap<>(super.getParameterMap());
			clean.replaceAll((name, values) -> clean(values));
			return Collections.unmodifiableMap(clean);
		}

		private static String[] clean(String[] values) {
			return Arrays.stream(values).map(TypedRequest::clean).toArray(String[]::new);
		}

		private static String clean(String value) {
			return CONTROLS.matcher(value).replaceAll("");
		}

	}

}
