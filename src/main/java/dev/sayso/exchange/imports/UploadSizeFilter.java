package dev.sayso.exchange.imports;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.shared.page.FormlessRequest;

/**
 * Refuses a file that is too large before anything else reads the form: later readers,
 * the CSRF filter included, would only find it broken.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class UploadSizeFilter extends OncePerRequestFilter {

	/** The request attribute that holds the message key. */
	static final String REFUSED = "refused";

	/** How large a file may be, as a property. */
	static final String LIMIT = "${sayso.import.most:200MB}";

	/** What may travel beside the file, in bytes. */
	private static final int FORM_FIELDS = 65536;

	private final DataSize limit;

	UploadSizeFilter(@Value(LIMIT) DataSize limit) {
		this.limit = limit;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !(request.getMethod().equals("POST") && request.getRequestURI().equals("/imports")
				&& request.getContentLengthLong() > this.limit.toBytes() + FORM_FIELDS);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setStatus(422);
		request.setAttribute(REFUSED, "import.unreadable.large");
		request.getRequestDispatcher("/imports/new").forward(new FormlessRequest(request, "GET"), response);
	}

}
