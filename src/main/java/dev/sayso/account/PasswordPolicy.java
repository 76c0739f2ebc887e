package dev.sayso.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * What a password has to be: long rather than odd, nothing that is tried first (NIST SP
 * 800-63B), and within what the encoder reads.
 */
final class PasswordPolicy {

	static final int SHORTEST = 12;

	/** What bcrypt reads, in bytes. */
	static final int LONGEST = 72;

	/** More than 10^8 guesses, of the scores from 0 to 4. */
	private static final int STRONG = 3;

	/** Knows common passwords, words and names, repetition, sequences, keyboards. */
	private static final Zxcvbn GUESSES = new Zxcvbn();

	/** Easy to tell apart when read out, none of them vowels that make words. */
	private static final String LETTERS = "bcdfghjkmnpqrstvwxyz23456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private PasswordPolicy() {
	}

	/**
	 * @param about what somebody who guesses would try first: the names of whom it is for
	 */
	static Optional<String> fault(String password, String username, String... about) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of("short");
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			return Optional.of("long");
		}
		if (password.strip().equalsIgnoreCase(username)) {
			return Optional.of("username");
		}
		List<String> known = Stream.concat(Stream.of(username, "sayso"), Stream.of(about)).toList();
		return (GUESSES.measure(password, known).getScore() < STRONG) ? Optional.of("common") : Optional.empty();
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
