package dev.sayso.shared.api;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers calls that no part of the API takes as problem details too; those of the
 * console go on to its error pages.
 */
@ControllerAdvice
class ApiMisuse {

	@ExceptionHandler({ HttpRequestMethodNotSupportedException.class, HttpMediaTypeNotSupportedException.class,
			HttpMediaTypeNotAcceptableException.class, NoResourceFoundException.class })
	ResponseEntity<ProblemDetail> misuse(Exception cause, HttpServletRequest request) throws Exception {
		String path = request.getRequestURI();
		if (cause instanceof ErrorResponse response && (path.startsWith("/api/") || path.startsWith("/ofrep/"))) {
			return ApiErrorAdvice.answer(response.getBody(), response.getHeaders());
		}
		throw cause;
	}

}
