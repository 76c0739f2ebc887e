package dev.sayso.account.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import dev.sayso.account.Account;
import dev.sayso.shared.SecretKeys;

/**
 * Remembers by a signed cookie which accounts signed in on a device, so that strangers
 * who try their passwords elsewhere do not keep their owners out (OWASP, <i>device
 * cookies</i>). It opens nothing: it only has its failures counted for itself.
 */
@Component
class KnownDevices {

	static final String COOKIE = "SAYSO-DEVICE";

	private static final Duration KEPT = Duration.ofDays(365);

	/** How many accounts may share a device, such as that of a shop. */
	private static final int ACCOUNTS = 8;

	private static final int LENGTH = 16;

	private static final Pattern VALUE = Pattern.compile("[\\w-]{22}(\\.[\\w-]{22}){1," + ACCOUNTS + "}");

	private final SecureRandom random = new SecureRandom();

	private final SecretKeys keys;

	KnownDevices(SecretKeys keys) {
		this.keys = keys;
	}

	SignInSource source(HttpServletRequest request) {
		List<String> parts = read(request);
		String username = String.valueOf(request.getParameter("username"));
		boolean known = !parts.isEmpty()
				&& parts.stream().skip(1).anyMatch((mark) -> names(mark, parts.get(0), username));
		return new SignInSource(request.getRemoteAddr(), known ? parts.get(0) : null);
	}

	void remember(String username, HttpServletRequest request, HttpServletResponse response) {
		List<String> parts = read(request);
		String device = parts.isEmpty() ? encode(random()) : parts.get(0);
		String mark = encode(cut(this.keys.sign(content(device, username))));
		String value = Stream
			.concat(Stream.of(device, mark), parts.stream().skip(1).filter((each) -> !names(each, device, username)))
			.limit(1 + ACCOUNTS)
			.reduce((left, right) -> left + "." + right)
			.orElseThrow();
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, value)
					.path(request.getContextPath() + "/login")
					.maxAge(KEPT)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

	/** The device and the marks of its accounts; nothing where there is no cookie. */
	private static List<String> read(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie != null && VALUE.matcher(cookie.getValue()).matches())
				? Arrays.asList(cookie.getValue().split("\\.")) : List.of();
	}

	private boolean names(String mark, String device, String username) {
		byte[] given = mark.getBytes(StandardCharsets.US_ASCII);
		return this.keys.signatures(content(device, username))
			.map((signature) -> encode(cut(signature)).getBytes(StandardCharsets.US_ASCII))
			.anyMatch((signature) -> MessageDigest.isEqual(signature, given));
	}

	private static byte[] content(String device, String username) {
		return ("device " + device + " " + Account.username(username)).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] cut(byte[] signature) {
		return Arrays.copyOf(signature, LENGTH);
	}

	private byte[] random() {
		byte[] device = new byte[LENGTH];
		this.random.nextBytes(device);
		return device;
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
