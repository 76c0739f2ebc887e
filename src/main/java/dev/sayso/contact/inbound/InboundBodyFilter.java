package dev.sayso.contact.inbound;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.shared.page.FormlessRequest;

/**
 * Keeps what a provider posts as it came, before anything takes a form apart: signatures
 * are made over the bytes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class InboundBodyFilter extends OncePerRequestFilter {

	/** A text of 50,000 characters fits, however it is escaped; in bytes. */
	private static final int MOST = 2 * 1024 * 1024;

	private static final Pattern PATH = Pattern.compile("/inbound/[^/]+");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getMethod().equals("POST") || !PATH.matcher(request.getRequestURI()).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] body = request.getInputStream().readNBytes(MOST + 1);
		if (body.length > MOST) {
			response.setHeader("Connection", "close");
			response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			return;
		}
		chain.doFilter(new RawRequest(request, body), response);
	}

	/** A request whose body is bytes to everybody and a form to nobody. */
	static final class RawRequest extends FormlessRequest {

		private final byte[] body;

		RawRequest(HttpServletRequest request, byte[] body) {
			super(request, request.getMethod());
			this.body = body;
		}

		byte[] body() {
			return this.body;
		}

	}

}
