package dev.sayso.shared.page;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form that the container cannot take apart. It says so to whoever asks for a
 * parameter, again and again: the page that tells of it is drawn without. Whoever broke
 * off the form gets no answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BrokenFormFilter extends OncePerRequestFilter {

	private static final String BROKEN = BrokenFormFilter.class.getName();

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter((request.getAttribute(BROKEN) != null) ? new FormlessRequest(request, "GET") : request,
					response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException ex) {
			request.setAttribute(BROKEN, true);
			if (!response.isCommitted()) {
				response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			}
		}
	}

	@Override
	protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		doFilterInternal(request, response, chain);
	}

}
