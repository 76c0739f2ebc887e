package dev.sayso.contact.inbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature after Standard Webhooks (specification 1.0): over id, time and body, with
 * HMAC-SHA-256.
 */
public final class WebhookSignature {

	public static final String ID = "webhook-id";

	static final String TIMESTAMP = "webhook-timestamp";

	static final String SIGNATURE = "webhook-signature";

	/** How far the time may lie in the past, or in the future where clocks differ. */
	static final Duration TOLERANCE = Duration.ofMinutes(5);

	private static final String VERSION = "v1,";

	private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

	private WebhookSignature() {
	}

	/** Whether one of the signatures of a request is right, and not too old. */
	public static boolean verifies(InboundRequest request, String secret, Instant now) {
		String timestamp = request.header(TIMESTAMP);
		if (request.header(ID).isEmpty() || !SECONDS.matcher(timestamp).matches()) {
			return false;
		}
		Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
		byte[] right = sign(request.header(ID), timestamp, request.body(), secret);
		boolean signed = Arrays.stream(request.header(SIGNATURE).split(" "))
			.filter((signature) -> signature.startsWith(VERSION))
			.map((signature) -> decode(signature.substring(VERSION.length())))
			.flatMap(Optional::stream)
			.anyMatch((signature) -> MessageDigest.isEqual(right, signature));
		return signed && age.compareTo(TOLERANCE) <= 0;
	}

	private static byte[] sign(String id, String timestamp, byte[] body, String secret) {
		byte[] key = decode(secret.startsWith(ConnectorSecrets.PREFIX)
				? secret.substring(ConnectorSecrets.PREFIX.length()) : secret)
			.orElseGet(() -> secret.getBytes(StandardCharsets.UTF_8));
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return mac.doFinal(body);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Optional<byte[]> decode(String base64) {
		try {
			return Optional.of(Base64.getDecoder().decode(base64));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
