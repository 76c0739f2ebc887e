package dev.sayso.landing.visit;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.landing.request.LenientRequest;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.SlowBodyException;

/**
 * Stands before everything at the addresses of public pages: whatever is refused behind,
 * by the container or a firewall, ends on a public page and never on one of the console.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicRefusalFilter extends OncePerRequestFilter {

	private final PublicNotices notices;

	/** Filters are made with the server, before the store: what needs it comes later. */
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
		if (ReceiptsController.VERIFY.equals(uri) && !error) {
			chain.doFilter(new LenientRequest(request), response);
		}
		else if (!PublicPath.isPublic(String.valueOf(uri))) {
			chain.doFilter(request, response);
		}
		else if (error) {
			refuse(new LenientRequest(request), response);
		}
		else {
			serve(new LenientRequest(request), response, chain);
		}
	}

	/**
	 * Takes only what a form can be, before anything reads it: the generous limit for
	 * files is for those who sign in. One click is taken however much follows it. At the
	 * addresses that unsubscribe nothing is read, so that anything may be sent there.
	 */
	private static void serve(LenientRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean form = request.getMethod().equals("POST") && request.getRequestURI().startsWith("/p/");
		if (form && request.isSlow() && !request.isOneClick()) {
			throw new SlowBodyException();
		}
		if (form && request.isTooLarge() && !request.isOneClick()) {
			response.setHeader("Connection", "close");
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else if (form && !request.isForm(PublicFormBody::names)) {
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
		boolean slow = SlowBodyException.ended(request);
		HttpStatus status = slow ? HttpStatus.REQUEST_TIMEOUT
				: Optional.ofNullable(HttpStatus.resolve(response.getStatus()))
					.filter(HttpStatus::isError)
					.orElse(HttpStatus.NOT_FOUND);
		VisitorRequest visitor = VisitorRequest.of(request, false);
		ResponseEntity<byte[]> page = slow ? this.notices.slow(visitor)
				: status.is5xxServerError() ? this.notices.later(visitor) : this.notices.unknown(status, visitor);
		response.setStatus(page.getStatusCode().value());
		page.getHeaders().forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		response.getOutputStream().write(Objects.requireNonNullElseGet(page.getBody(), () -> new byte[0]));
	}

}
