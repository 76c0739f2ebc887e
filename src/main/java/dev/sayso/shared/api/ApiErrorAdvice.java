package dev.sayso.shared.api;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Answers the API's failures as problem details (RFC 9457); the console's go their own
 * way.
 */
@ControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ApiErrorAdvice {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> problem(ProblemException problem) {
		ProblemDetail detail = detail(problem.status(), problem.getMessage());
		detail.setType(URI.create(problem.type()));
		if (!problem.faults().isEmpty()) {
			detail.setProperty("errors", problem.faults());
		}
		problem.more().forEach(detail::setProperty);
		return answer(detail, HttpHeaders.EMPTY);
	}

	@ExceptionHandler(NotFoundException.class)
	ResponseEntity<ProblemDetail> notFound() {
		return answer(HttpStatus.NOT_FOUND, "There is nothing of this name.");
	}

	@ExceptionHandler(OptimisticLockingFailureException.class)
	ResponseEntity<ProblemDetail> overtaken() {
		return answer(HttpStatus.CONFLICT, "Somebody changed this at the same time: read it again.");
	}

	@ExceptionHandler(StaleEditException.class)
	ResponseEntity<ProblemDetail> stale() {
		return answer(HttpStatus.PRECONDITION_FAILED, "This was changed since the version in If-Match.");
	}

	@ExceptionHandler({ CannotCreateTransactionException.class, DataAccessResourceFailureException.class })
	ResponseEntity<ProblemDetail> storeUnreachable() {
		return answer(HttpStatus.SERVICE_UNAVAILABLE, "The store cannot be reached; nothing was changed.");
	}

	@ExceptionHandler(QueryTimeoutException.class)
	ResponseEntity<ProblemDetail> tooLong() {
		return answer(HttpStatus.SERVICE_UNAVAILABLE, "This takes the store too long to answer: ask for less.");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException cause) {
		return answer(HttpStatus.BAD_REQUEST, "The parameter " + cause.getName() + " cannot be read.");
	}

	private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String sentence) {
		return answer(detail(status, sentence), HttpHeaders.EMPTY);
	}

	public static ResponseEntity<ProblemDetail> answer(ProblemDetail detail, HttpHeaders headers) {
		return ResponseEntity.status(detail.getStatus())
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(detail);
	}

	private static ProblemDetail detail(HttpStatus status, @Nullable String sentence) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(status,
				(sentence != null) ? sentence : status.getReasonPhrase());
		detail.setType(URI.create("about:blank"));
		return detail;
	}

	/**
	 * Answers calls that no part of the API takes as problem details too; those of the
	 * console go on to its error pages.
	 */
	@ControllerAdvice
	static class UnmappedRequests {

		@ExceptionHandler({ HttpRequestMethodNotSupportedException.class, HttpMediaTypeNotSupportedException.class,
				HttpMediaTypeNotAcceptableException.class, NoResourceFoundException.class })
		ResponseEntity<ProblemDetail> answer(Exception cause, HttpServletRequest request) throws Exception {
			String path = request.getRequestURI();
			if (cause instanceof ErrorResponse response && (path.startsWith("/api/") || path.startsWith("/ofrep/"))) {
				return ApiErrorAdvice.answer(response.getBody(), response.getHeaders());
			}
			throw cause;
		}

	}

}
