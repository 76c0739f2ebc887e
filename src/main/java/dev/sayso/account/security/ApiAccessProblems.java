package dev.sayso.account.security;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.account.token.ApiToken;
import dev.sayso.shared.api.ApiRefusal;

import static java.util.Objects.requireNonNullElse;

/**
 * What the API answers to a caller it does not let in, in words of the API.
 */
final class ApiAccessProblems {

	/** The scopes that a token lacks, on the request. */
	private static final String MISSING = ApiAccessProblems.class.getName() + ".missing";

	private static final String NOTHING = ApiAccessProblems.class.getName() + ".nothing";

	private static final String PAGES = ApiAccessProblems.class.getName() + ".pages";

	private ApiAccessProblems() {
	}

	static void unauthorized(HttpServletRequest request, HttpServletResponse response, Exception cause)
			throws IOException {
		response.setHeader("WWW-Authenticate", "Bearer");
		write(request, response, HttpStatus.UNAUTHORIZED, "Send a valid token in Authorization: Bearer.");
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

	/** Lets in a token that has all the scopes, and one of web pages where those may. */
	static AuthorizationDecision check(Supplier<? extends @Nullable Authentication> caller,
			RequestAuthorizationContext call, ApiAccessRule rule) {
		Authentication token = caller.get();
		if (token != null && token.getPrincipal() instanceof ApiToken key && key.isBrowser()) {
			call.getRequest().setAttribute(PAGES, true);
			return new AuthorizationDecision(rule.pages());
		}
		List<String> missing = rule.scopes()
			.stream()
			.filter((scope) -> token == null || token.getAuthorities()
				.stream()
				.noneMatch((each) -> scope.authority().equals(each.getAuthority())))
			.map(ApiScope::key)
			.sorted()
			.toList();
		call.getRequest().setAttribute(MISSING, missing);
		return new AuthorizationDecision(missing.isEmpty());
	}

	/** Refuses a token that has made too many calls (RFC 6585, section 4). */
	static void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
		long seconds = wait.plusMillis(999).toSeconds();
		response.setHeader("Retry-After", String.valueOf(seconds));
		write(request, response, HttpStatus.TOO_MANY_REQUESTS,
				"This token has made more calls than it may: go on in %d s.".formatted(seconds));
	}

	/** Refuses a browser's token that no page of its websites shows. */
	static void foreign(HttpServletRequest request, HttpServletResponse response) throws IOException {
		write(request, response, HttpStatus.FORBIDDEN,
				"This browser token is bound to websites, and the call does not come from a page of theirs (Origin).");
	}

	static void forbidden(HttpServletRequest request, HttpServletResponse response, Exception cause)
			throws IOException {
		if (request.getAttribute(NOTHING) != null) {
			write(request, response, HttpStatus.NOT_FOUND, null);
			return;
		}
		if (request.getAttribute(PAGES) != null) {
			write(request, response, HttpStatus.FORBIDDEN,
					"A browser token opens flags and the events of propositions, and nothing else.");
			return;
		}
		List<?> missing = (List<?>) requireNonNullElse(request.getAttribute(MISSING), List.of());
		String names = missing.stream().map(String::valueOf).collect(Collectors.joining(" and "));
		response.setHeader("WWW-Authenticate",
				"Bearer error=\"insufficient_scope\", scope=\"" + names.replace(" and ", " ") + "\"");
		write(request, response, HttpStatus.FORBIDDEN, "This call needs the %s %s, which this token does not have."
			.formatted((missing.size() == 1) ? "scope" : "scopes", names));
	}

	private static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
			@Nullable String detail) throws IOException {
		ApiRefusal.of(request, status, detail).write(response);
	}

}
