package dev.sayso.shared.api;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import tools.jackson.core.JacksonException;

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
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import dev.sayso.shared.ApiPath;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Answers the API's failures as problem details (RFC 9457); the console's go their own
 * way.
 */
@ControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ApiErrorAdvice {

	private static final String NOTHING = "There is nothing of this name.";

	@ExceptionHandler
	ResponseEntity<ProblemDetail> problem(ProblemException problem) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
		detail.setType(URI.create(problem.type()));
		if (!problem.faults().isEmpty()) {
			detail.setProperty("errors", problem.faults());
		}
		problem.more().forEach(detail::setProperty);
		return answer(detail, HttpHeaders.EMPTY);
	}

	@ExceptionHandler(NotFoundException.class)
	ResponseEntity<ProblemDetail> notFound() {
		return answer(HttpStatus.NOT_FOUND, NOTHING);
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

	/** A value that is of another kind than the place where it stands. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> wrongKind(JacksonException cause) {
		return answer(HttpStatus.UNPROCESSABLE_CONTENT, "A value in the body is not of the kind that belongs there.");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> missingParameter(ServletRequestBindingException cause) {
		return answer(HttpStatus.BAD_REQUEST, "A parameter is missing or cannot be read.");
	}

	/** Tomcat's word for parameters that it cannot take out of the address or a form. */
	@ExceptionHandler(InvalidParameterException.class)
	ResponseEntity<ProblemDetail> unreadableParameters() {
		return answer(HttpStatus.BAD_REQUEST, "The parameters cannot be read.");
	}

	private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String sentence) {
		return answer(ProblemDetail.forStatusAndDetail(status, sentence), HttpHeaders.EMPTY);
	}

	/** Answers with a problem, and with what Spring leaves out of its own. */
	public static ResponseEntity<ProblemDetail> answer(ProblemDetail detail, HttpHeaders headers) {
		if (detail.getType() == null) {
			detail.setType(URI.create("about:blank"));
		}
		if (detail.getDetail() == null) {
			detail.setDetail(detail.getTitle() + ".");
		}
		return ResponseEntity.status(detail.getStatus())
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(detail);
	}

	/**
	 * Answers calls that no part of the API takes as problem details too; those of the
	 * console go on to its error pages.
	 */
	@ControllerAdvice
	static class UnmappedRequests {

		/** A form with files that cannot be taken apart, which no controller gets. */
		@ExceptionHandler(MultipartException.class)
		void unreadable(HttpServletResponse response) throws IOException {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}

		@ExceptionHandler({ HttpRequestMethodNotSupportedException.class, HttpMediaTypeNotSupportedException.class,
				HttpMediaTypeNotAcceptableException.class, NoResourceFoundException.class })
		ResponseEntity<ProblemDetail> answer(Exception cause, HttpServletRequest request) throws Exception {
			if (cause instanceof NoResourceFoundException && ApiPath.matches(request.getRequestURI())) {
				return ApiErrorAdvice.answer(HttpStatus.NOT_FOUND, NOTHING);
			}
			if (cause instanceof ErrorResponse response && ApiPath.matches(request.getRequestURI())) {
				return ApiErrorAdvice.answer(response.getBody(), response.getHeaders());
			}
			throw cause;
		}

	}

}
