package dev.sayso.store;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request read once what pages read over and over, see {@link HeldReadings}.
 */
@Component
class HeldReadingsFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HeldReadings.begin(true);
		try {
			chain.doFilter(request, response);
		}
		finally {
			HeldReadings.end();
		}
	}

}
