package dev.sayso.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What a password has to be: long rather than odd (NIST SP 800-63B), and within what the
 * encoder reads.
 */
final class PasswordPolicy {

	static final int SHORTEST = 12;

	/** What bcrypt reads, in bytes. */
	static final int LONGEST = 72;

	/** Easy to tell apart when read out, none of them vowels that make words. */
	private static final String LETTERS = "bcdfghjkmnpqrstvwxyz23456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private PasswordPolicy() {
	}

	static Optional<String> fault(String password, String username) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of("short");
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			return Optional.of("long");
		}
		return password.strip().equalsIgnoreCase(username) ? Optional.of("username") : Optional.empty();
	}

	/** A password to hand over: four groups of four letters, 77 bits. */
	static String make() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < 16; i++) {
			password.append((i > 0 && i % 4 == 0) ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
		}
		return password.toString();
	}

}
