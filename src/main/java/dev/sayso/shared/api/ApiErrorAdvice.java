package dev.sayso.shared.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
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
 * Answers the API's failures; the console's go their own way.
 */
@ControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrorAdvice {

	@ExceptionHandler
	ResponseEntity<Object> problem(ProblemException problem, HttpServletRequest request) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
		detail.setType(URI.create(problem.type()));
		if (!problem.faults().isEmpty()) {
			detail.setProperty("errors", problem.faults());
		}
		problem.more().forEach(detail::setProperty);
		HttpHeaders headers = new HttpHeaders();
		if (problem.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
			headers.setAccept(List.of(MediaType.APPLICATION_JSON));
		}
		return ApiRefusal.of(request, detail).answer(headers);
	}

	@ExceptionHandler(NotFoundException.class)
	ResponseEntity<Object> notFound(HttpServletRequest request) {
		return answer(request, HttpStatus.NOT_FOUND, ApiRefusal.NOTHING);
	}

	@ExceptionHandler(OptimisticLockingFailureException.class)
	ResponseEntity<Object> overtaken(HttpServletRequest request) {
		return answer(request, HttpStatus.CONFLICT, "Somebody changed this at the same time: read it again.");
	}

	@ExceptionHandler(StaleEditException.class)
	ResponseEntity<Object> stale(HttpServletRequest request) {
		return answer(request, HttpStatus.PRECONDITION_FAILED, "This was changed since the version in If-Match.");
	}

	@ExceptionHandler({ CannotCreateTransactionException.class, DataAccessResourceFailureException.class })
	ResponseEntity<Object> storeUnreachable(HttpServletRequest request) {
		return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "The store cannot be reached; nothing was changed.");
	}

	@ExceptionHandler(QueryTimeoutException.class)
	ResponseEntity<Object> tooLong(HttpServletRequest request) {
		return answer(request, HttpStatus.SERVICE_UNAVAILABLE,
				"This takes the store too long to answer: ask for less.");
	}

	@ExceptionHandler
	ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException cause, HttpServletRequest request) {
		return answer(request, HttpStatus.BAD_REQUEST, "The parameter " + cause.getName() + " cannot be read.");
	}

	/** A value that is of another kind than the place where it stands. */
	@ExceptionHandler(JacksonException.class)
	ResponseEntity<Object> wrongKind(HttpServletRequest request) {
		return answer(request, HttpStatus.UNPROCESSABLE_CONTENT,
				"A value in the body is not of the kind that belongs there.");
	}

	@ExceptionHandler(ServletRequestBindingException.class)
	ResponseEntity<Object> missingParameter(HttpServletRequest request) {
		return answer(request, HttpStatus.BAD_REQUEST, "A parameter is missing or cannot be read.");
	}

	/** Tomcat's word for parameters that it cannot take out of the address or a form. */
	@ExceptionHandler(InvalidParameterException.class)
	ResponseEntity<Object> unreadableParameters(HttpServletRequest request) {
		return answer(request, HttpStatus.BAD_REQUEST, "The parameters cannot be read.");
	}

	private static ResponseEntity<Object> answer(HttpServletRequest request, HttpStatus status, String sentence) {
		return ApiRefusal.of(request, status, sentence).answer(HttpHeaders.EMPTY);
	}

	/**
	 * Answers calls that no part of the API takes too; those of the console go on to its
	 * error pages.
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
		ResponseEntity<Object> answer(Exception cause, HttpServletRequest request) throws Exception {
			if (!(cause instanceof ErrorResponse response) || !ApiPath.matches(request.getRequestURI())) {
				throw cause;
			}
			HttpHeaders headers = new HttpHeaders();
			headers.addAll(response.getHeaders());
			if (cause instanceof HttpMediaTypeNotSupportedException
					&& headers.getAccept().stream().allMatch(MediaType::isWildcardType)) {
				headers.setAccept(List.of(MediaType.APPLICATION_JSON));
			}
			HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
			return ApiRefusal.of(request, status, sentence(cause)).answer(headers);
		}

		private static @Nullable String sentence(Exception cause) {
			if (cause instanceof HttpRequestMethodNotSupportedException method) {
				return method.getMethod() + " is not taken here, but "
						+ String.join(" and ", Objects.requireNonNullElse(method.getSupportedMethods(), new String[0]))
						+ ".";
			}
			if (cause instanceof HttpMediaTypeNotSupportedException type) {
				return (type.getContentType() == null) ? "The header Content-Type cannot be read."
						: "Send the body as " + either(type.getSupportedMediaTypes()) + ".";
			}
			if (cause instanceof HttpMediaTypeNotAcceptableException type) {
				return type.getSupportedMediaTypes().isEmpty() ? "The header Accept cannot be read."
						: "This comes as " + either(type.getSupportedMediaTypes()) + ".";
			}
			return null;
		}

		private static String either(List<MediaType> types) {
			return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(" or "));
		}

	}

}
