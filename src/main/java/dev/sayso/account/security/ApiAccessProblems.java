package dev.sayso.account.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What the API answers to a caller it does not let in, as problem details (RFC 9457).
 */
final class ApiAccessProblems {

	private static final String NOTHING = ApiAccessProblems.class.getName() + ".nothing";

	private ApiAccessProblems() {
	}

	static void unauthorized(HttpServletRequest request, HttpServletResponse response, Exception cause)
			throws IOException {
		response.setHeader("WWW-Authenticate", "Bearer");
		write(response, 401, "Unauthorized", "Send a valid token in Authorization: Bearer.");
	}

	/**
	 * Refuses what no scope opens, so that whoever has a token hears that there is
	 * nothing.
	 */
	static AuthorizationDecision nothingHere(Supplier<? extends @Nullable Authentication> caller,
			RequestAuthorizationContext context) {
		context.getRequest().setAttribute(NOTHING, true);
		return new AuthorizationDecision(false);
	}

	static void forbidden(HttpServletRequest request, HttpServletResponse response, Exception cause)
			throws IOException {
		if (request.getAttribute(NOTHING) != null) {
			write(response, 404, "Not Found", "There is nothing of this name.");
			return;
		}
		write(response, 403, "Forbidden", "This token does not have the scope that this call needs.");
	}

	private static void write(HttpServletResponse response, int status, String title, String detail)
			throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream()
			.write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
				.formatted(title, status, detail)
				.getBytes(StandardCharsets.UTF_8));
	}

}
