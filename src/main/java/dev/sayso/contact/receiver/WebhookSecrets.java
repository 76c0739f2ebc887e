package dev.sayso.contact.receiver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import dev.sayso.shared.SealedKeys;

/**
 * The secrets by which receivers know that a webhook is ours (Standard Webhooks), sealed
 * in the store. One that is replaced signs beside its successor for a day.
 */
@Component
class WebhookSecrets {

	static final String PREFIX = "whsec_";

	private static final Duration BOTH = Duration.ofDays(1);

	/** In bytes; the convention asks for 24 to 64. */
	private static final int LENGTH = 32;

	private static final String SEPARATOR = " ";

	private final SealedKeys keys;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	WebhookSecrets(SealedKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	/** Makes the secret of a receiver, which is shown this once. */
	String make(UUID receiver) {
		String secret = secret();
		this.keys.open(purpose(receiver), () -> secret);
		return secret;
	}

	/** Makes another one. */
	String rotate(UUID receiver) {
		String secret = secret();
		String before = stored(receiver).split(SEPARATOR)[0];
		this.keys.replace(purpose(receiver),
				String.join(SEPARATOR, secret, before, this.clock.instant().plus(BOTH).toString()));
		return secret;
	}

	void forget(UUID receiver) {
		this.keys.forget(purpose(receiver));
	}

	/** The last characters of the secret, by which people tell it from another. */
	String ending(UUID receiver) {
		String secret = stored(receiver).split(SEPARATOR)[0];
		return secret.substring(secret.length() - 4);
	}

	/** What signs for a receiver now. */
	Signature signature(UUID receiver) {
		String[] stored = stored(receiver).split(SEPARATOR);
		List<SecretKeySpec> keys = new ArrayList<>(List.of(key(stored[0])));
		if (stored.length == 3 && this.clock.instant().isBefore(Instant.parse(stored[2]))) {
			keys.add(key(stored[1]));
		}
		return new Signature(keys);
	}

	private String stored(UUID receiver) {
		return this.keys.read(purpose(receiver), this::secret);
	}

	private String secret() {
		byte[] bytes = new byte[LENGTH];
		this.random.nextBytes(bytes);
		return PREFIX + Base64.getEncoder().encodeToString(bytes);
	}

	private static SecretKeySpec key(String secret) {
		return new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256");
	}

	private static String purpose(UUID receiver) {
		return "webhook." + receiver;
	}

	/**
	 * Signs messages with one key or, for a day, two.
	 */
	record Signature(List<SecretKeySpec> keys) {

		/** The value of {@code webhook-signature}. */
		String sign(String id, long timestamp, String body) {
			byte[] content = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
			return this.keys.stream().map((key) -> "v1," + sign(key, content)).collect(Collectors.joining(" "));
		}

		private static String sign(SecretKeySpec key, byte[] content) {
			try {
				Mac mac = Mac.getInstance("HmacSHA256");
				mac.init(key);
				return Base64.getEncoder().encodeToString(mac.doFinal(content));
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
