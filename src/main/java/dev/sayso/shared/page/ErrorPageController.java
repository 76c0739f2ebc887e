package dev.sayso.shared.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.shared.ApiPath;
import dev.sayso.shared.SlowBodyException;
import dev.sayso.shared.api.ApiRefusal;

import static java.util.Objects.requireNonNullElse;

/**
 * What is shown when a request fails outside every controller: a page that says what to
 * do next, or what programs can read for the API, and never what went wrong inside.
 */
@Controller
class ErrorPageController implements ErrorController {

	/** Set where a form was refused because it came from a session that is over. */
	static final String ENDED = "sayso.sessionEnded";

	@RequestMapping("/error")
	Object answer(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = status(request);
		if (ApiPath.matches(ApiPath.requested(request))) {
			return ApiRefusal.of(request, status, null).answer(HttpHeaders.EMPTY);
		}
		response.setStatus(status.value());
		boolean ended = request.getAttribute(ENDED) != null;
		return new ModelAndView(ended ? "error/ended" : "error/" + view(status), status);
	}

	/** The container calls a body that came too slowly a bad one. */
	private static HttpStatus status(HttpServletRequest request) {
		if (SlowBodyException.ended(request)) {
			return HttpStatus.REQUEST_TIMEOUT;
		}
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		return (code instanceof Integer number)
				? requireNonNullElse(HttpStatus.resolve(number), HttpStatus.INTERNAL_SERVER_ERROR)
				: HttpStatus.NOT_FOUND;
	}

	private static String view(HttpStatus status) {
		return switch (status) {
			case FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, REQUEST_TIMEOUT, CONFLICT, CONTENT_TOO_LARGE,
					SERVICE_UNAVAILABLE ->
				String.valueOf(status.value());
			default -> status.is4xxClientError() ? "4xx" : "5xx";
		};
	}

}
