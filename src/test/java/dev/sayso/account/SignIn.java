package dev.sayso.account;

import java.time.Instant;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Signs somebody of each role in to a mock request, without a password or a session.
 */
public final class SignIn {

	private SignIn() {
	}

	public static RequestPostProcessor operator() {
		return as(Role.OPERATOR);
	}

	public static RequestPostProcessor marketer() {
		return as(Role.MARKETER);
	}

	public static RequestPostProcessor auditor() {
		return as(Role.AUDITOR);
	}

	public static RequestPostProcessor admin() {
		return as(Role.ADMIN);
	}

	public static RequestPostProcessor as(Role role) {
		String name = role.name().toLowerCase(java.util.Locale.ROOT);
		return SecurityMockMvcRequestPostProcessors
			.user(new AccountPrincipal(Account.create(name, name, "{noop}none", role, Instant.EPOCH)));
	}

}
