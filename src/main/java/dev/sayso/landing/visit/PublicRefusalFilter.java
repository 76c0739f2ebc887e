package dev.sayso.landing.visit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

import dev.sayso.landing.PublicPath;

/**
 * Stands before everything at the addresses of public pages: whatever is refused behind,
 * by the container or a firewall, ends on a public page and never on one of the console.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicRefusalFilter extends OncePerRequestFilter {

	private final PublicNotices notices;

	/**
	 * Filters are made with the server, before the store: what needs it comes later.
	 */
	PublicRefusalFilter(@Lazy PublicNotices notices) {
		this.notices = notices;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean error = request.getDispatcherType() == DispatcherType.ERROR;
		Object uri = error ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : request.getRequestURI();
		if (!PublicPath.isPublic(String.valueOf(uri))) {
			chain.doFilter(request, response);
		}
		else if (error) {
			refuse(new PlainRequest(request), response);
		}
		else {
			serve(request, response, chain);
		}
	}

	/**
	 * Parts that cannot be told apart are the client's fault.
	 */
	private static void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(new PlainRequest(request), response);
		}
		catch (ServletException ex) {
			if (!(ex.getCause() instanceof MultipartException)) {
				throw ex;
			}
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
	}

	@Override
	protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		doFilterInternal(request, response, chain);
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpStatus status = Optional.ofNullable(HttpStatus.resolve(response.getStatus()))
			.filter(HttpStatus::isError)
			.orElse(HttpStatus.NOT_FOUND);
		VisitorRequest visitor = VisitorRequest.of(request, false);
		ResponseEntity<String> page = status.is5xxServerError() ? this.notices.later(visitor)
				: this.notices.unknown(status, visitor);
		response.setStatus(page.getStatusCode().value());
		page.getHeaders().forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		response.getOutputStream().write(String.valueOf(page.getBody()).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Without control characters in what a client tells of itself, for which a firewall
	 * would refuse the whole, and of no other method than it came with. A form is read
	 * whatever is wrong with how a part of it is encoded, as the container does not.
	 */
	private static final class PlainRequest extends HttpServletRequestWrapper {

		/** How much of a form is read, in bytes. */
		private static final int MOST = 256 * 1024;

		private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cn}]");

		private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

		private @Nullable MultiValueMap<String, String> form;

		PlainRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			String value = super.getHeader(name);
			return (value != null) ? CONTROLS.matcher(value).replaceAll(" ") : null;
		}

		@Override
		public @Nullable String getParameter(String name) {
			if (name.equals(HiddenHttpMethodFilter.DEFAULT_METHOD_PARAM)) {
				return null;
			}
			String type = getContentType();
			boolean parts = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
			String value = parts ? null : form().getFirst(name);
			return (value != null) ? value : containersParameter(name);
		}

		/**
		 * Of parts, and of what was read before this request came here; nothing where the
		 * container refuses how the address is encoded.
		 */
		private @Nullable String containersParameter(String name) {
			try {
				return super.getParameter(name);
			}
			catch (IllegalStateException ex) {
				return null;
			}
		}

		private MultiValueMap<String, String> form() {
			if (this.form == null) {
				MultiValueMap<String, String> read = new LinkedMultiValueMap<>();
				parse(getQueryString(), read);
				try {
					parse(new String(getInputStream().readNBytes(MOST), StandardCharsets.UTF_8), read);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
				this.form = read;
			}
			return this.form;
		}

		private static void parse(@Nullable String encoded, MultiValueMap<String, String> form) {
			for (String pair : (encoded != null) ? encoded.split("&") : new String[0]) {
				int equals = pair.indexOf('=');
				form.add(decode((equals < 0) ? pair : pair.substring(0, equals)),
						(equals < 0) ? "" : decode(pair.substring(equals + 1)));
			}
		}

		private static String decode(String text) {
			return URLDecoder.decode(STRAY_PERCENT.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
		}

	}

}
