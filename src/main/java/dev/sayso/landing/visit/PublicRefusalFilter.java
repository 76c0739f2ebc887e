package dev.sayso.landing.visit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.landing.LenientForm;
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
			serve(new PlainRequest(request), response, chain);
		}
	}

	/**
	 * Takes only what a form can be, before anything reads it: the generous limit for
	 * files is for those who sign in. One click is taken however much follows it. At the
	 * addresses that unsubscribe nothing is read, so that anything may be sent there.
	 */
	private static void serve(PlainRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean form = request.getMethod().equals("POST") && request.getRequestURI().startsWith("/p/");
		if (form && request.isTooLarge() && !request.isOneClick()) {
			response.setHeader("Connection", "close");
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else if (form && !request.isForm()) {
			response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
		}
		else {
			chain.doFilter(request, response);
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
	 * whatever is wrong with it, and whatever type it has, as the container does not.
	 */
	private static final class PlainRequest extends HttpServletRequestWrapper {

		/** How much of a form is taken, in bytes. */
		private static final int MOST = 256 * 1024;

		/** How much more is read and forgotten, lest the answer is cut off with it. */
		private static final int REST = 16 * 1024 * 1024;

		private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cn}]");

		private @Nullable MultiValueMap<String, String> form;

		private boolean tooLarge;

		PlainRequest(HttpServletRequest request) {
			super(request);
		}

		boolean isTooLarge() {
			form();
			return this.tooLarge;
		}

		/**
		 * Whether a service for mail unsubscribes somebody; what more it sends is
		 * overlooked.
		 */
		boolean isOneClick() {
			if (!form().containsKey(LenientForm.ONE_CLICK)) {
				return false;
			}
			try {
				byte[] buffer = new byte[8192];
				for (int left = REST; left > 0 && getInputStream().read(buffer) >= 0;) {
					left -= buffer.length;
				}
			}
			catch (IOException ex) {
				// hung up: what it meant is known
			}
			return true;
		}

		/**
		 * Whether it is a form by its type or by what is in it: anything else would read
		 * as a form that was left empty.
		 */
		boolean isForm() {
			String type = super.getContentType();
			boolean encoded = type == null || type.isBlank()
					|| type.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
			return encoded
					|| Stream.concat(form().keySet().stream(), containersNames()).anyMatch(PublicFormBody::names);
		}

		@Override
		public @Nullable String getHeader(String name) {
			String value = super.getHeader(name);
			return (value != null) ? CONTROLS.matcher(value).replaceAll(" ") : null;
		}

		/**
		 * None, so that nobody takes the body apart once more.
		 */
		@Override
		public @Nullable String getContentType() {
			return null;
		}

		@Override
		public @Nullable String getParameter(String name) {
			if (name.equals(HiddenHttpMethodFilter.DEFAULT_METHOD_PARAM)) {
				return null;
			}
			String value = form().getFirst(name);
			return (value != null) ? value : containersParameter(name);
		}

		/**
		 * Of what was read before this request came here; nothing where the container
		 * refuses how the address is encoded.
		 */
		private @Nullable String containersParameter(String name) {
			try {
				return super.getParameter(name);
			}
			catch (IllegalStateException ex) {
				return null;
			}
		}

		private Stream<String> containersNames() {
			try {
				return Collections.list(super.getParameterNames()).stream();
			}
			catch (IllegalStateException ex) {
				return Stream.empty();
			}
		}

		private MultiValueMap<String, String> form() {
			if (this.form == null) {
				ByteArrayOutputStream body = new ByteArrayOutputStream();
				boolean whole = read(body);
				this.tooLarge = body.size() > MOST;
				this.form = LenientForm.of(super.getContentType(), getQueryString(), body.toByteArray(), whole);
			}
			return this.form;
		}

		/**
		 * Reads a body as far as it arrives.
		 * @return whether that was all of it
		 */
		private boolean read(ByteArrayOutputStream body) {
			byte[] buffer = new byte[8192];
			try {
				int read = 0;
				while (read >= 0 && body.size() <= MOST) {
					body.write(buffer, 0, read);
					read = getInputStream().read(buffer);
				}
				return read < 0;
			}
			catch (IOException ex) {
				return false;
			}
		}

	}

}
