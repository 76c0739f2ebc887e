package dev.sayso.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import jakarta.servlet.http.Cookie;

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

	/**
	 * A form's token as the product keeps it. Spring's own would put the token of all
	 * later requests of the context into sessions.
	 */
	public static RequestPostProcessor csrf() {
		return (request) -> {
			byte[] token = "token".getBytes(StandardCharsets.UTF_8);
			byte[] masked = new byte[token.length * 2];
			System.arraycopy(token, 0, masked, token.length, token.length);
			Cookie[] cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
			cookies = Arrays.copyOf(cookies, cookies.length + 1);
			cookies[cookies.length - 1] = new Cookie("SAYSO-CSRF", "token");
			request.setCookies(cookies);
			request.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
			return request;
		};
	}

	public static RequestPostProcessor as(Role role) {
		String name = role.name().toLowerCase(java.util.Locale.ROOT);
		return SecurityMockMvcRequestPostProcessors
			.user(new AccountPrincipal(Account.create(name, name, "{noop}none", role, Instant.EPOCH)));
	}

}
