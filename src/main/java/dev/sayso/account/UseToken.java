package dev.sayso.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Moments;

/**
 * Finds the token somebody shows and notes, once a minute at most, that it was used.
 */
@Component
class UseToken {

	private static final Duration NOTED = Duration.ofMinutes(1);

	private final ApiTokens tokens;

	private final Moments moments;

	UseToken(ApiTokens tokens, Moments moments) {
		this.tokens = tokens;
		this.moments = moments;
	}

	/**
	 * The token, where it is known and not revoked.
	 */
	Optional<ApiToken> use(String secret) {
		Optional<ApiToken> token = this.tokens.findByHash(hash(secret)).filter((found) -> found.revokedAt() == null);
		token.ifPresent(this::note);
		return token;
	}

	/**
	 * Tokens are long and random, so that a plain hash keeps them as well as a slow one.
	 */
	static String hash(String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void note(ApiToken token) {
		Instant now = this.moments.now();
		if (token.lastUsedAt() == null || token.lastUsedAt().plus(NOTED).isBefore(now)) {
			this.tokens.used(token.id(), now);
		}
	}

}
