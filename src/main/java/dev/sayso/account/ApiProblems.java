package dev.sayso.account;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;

/**
 * What the API answers to a caller it does not let in, as problem details (RFC 9457).
 */
final class ApiProblems {

	private ApiProblems() {
	}

	static void unauthorized(HttpServletRequest request, HttpServletResponse response, Exception cause)
			throws IOException {
		response.setHeader("WWW-Authenticate", "Bearer");
		write(response, 401, "Unauthorized", "Send a valid token in Authorization: Bearer.");
	}

	static void forbidden(HttpServletRequest request, HttpServletResponse response, Exception cause)
			throws IOException {
		write(response, 403, "Forbidden", "This token does not have the scope that this call needs.");
	}

	private static void write(HttpServletResponse response, int status, String title, String detail)
			throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getWriter()
			.write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title,
					status, detail));
	}

}
