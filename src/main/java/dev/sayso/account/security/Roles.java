package dev.sayso.account.security;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;

import dev.sayso.account.Role;

/**
 * Who may see and who may change Settings.
 */
final class Roles {

	private Roles() {
	}

	/**
	 * Administrators change settings, auditors read them.
	 */
	static AuthorizationDecision mayConfigure(Supplier<? extends @Nullable Authentication> authentication,
			HttpServletRequest request) {
		boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		return new AuthorizationDecision(
				has(authentication.get(), Role.ADMIN) || (reads && has(authentication.get(), Role.AUDITOR)));
	}

	private static boolean has(@Nullable Authentication authentication, Role role) {
		return authentication != null && authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> ("ROLE_" + role).equals(authority.getAuthority()));
	}

}
