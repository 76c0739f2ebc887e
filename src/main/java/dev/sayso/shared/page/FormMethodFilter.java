package dev.sayso.shared.page;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.servlet.filter.OrderedHiddenHttpMethodFilter;
import org.springframework.stereotype.Component;

import dev.sayso.shared.ApiPath;

/**
 * Lets forms name their verb in {@code _method}. Nothing of the API is a form: its bodies
 * are left to whoever reads them.
 */
@Component
class FormMethodFilter extends OrderedHiddenHttpMethodFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return ApiPath.matches(request.getRequestURI());
	}

}
