package dev.sayso.contact.events;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.sayso.shared.api.JsonBody;

/**
 * What Amazon SNS posts: JSON that names the certificate it is signed by.
 */
record SnsMessage(JsonNode body) {

	/** The longest that SNS goes on trying with one signature, as Amazon advises. */
	static final Duration TOLERANCE = Duration.ofHours(1);

	/** The only hosts that are asked for anything. */
	private static final Pattern HOST = Pattern.compile("sns\\.[a-z0-9-]{1,40}\\.amazonaws\\.com(\\.cn)?");

	private static final List<String> NOTIFICATION = List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn",
			"Type");

	private static final List<String> CONFIRMATION = List.of("Message", "MessageId", "SubscribeURL", "Timestamp",
			"Token", "TopicArn", "Type");

	String type() {
		return text("Type");
	}

	String topic() {
		return text("TopicArn");
	}

	boolean isConfirmation() {
		return type().equals("SubscriptionConfirmation");
	}

	/** Where the certificate lies; null where that is not Amazon's. */
	@Nullable URI certificate() {
		URI uri = amazons(text("SigningCertURL"));
		return (uri != null && uri.getPath().endsWith(".pem")) ? uri : null;
	}

	/** Where the subscription is confirmed; null where that is not Amazon's. */
	@Nullable URI confirmation() {
		return isConfirmation() ? amazons(text("SubscribeURL")) : null;
	}

	static @Nullable URI amazons(String address) {
		try {
			URI uri = URI.create(address);
			boolean theirs = "https".equals(uri.getScheme()) && uri.getHost() != null
					&& HOST.matcher(uri.getHost()).matches() && uri.getUserInfo() == null
					&& (uri.getPort() == -1 || uri.getPort() == 443);
			return theirs ? uri : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	boolean isFresh(Instant now) {
		Instant at = JsonBody.instant(text("Timestamp"));
		return at != null && Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
	}

	/**
	 * Whether it is signed by the certificate: with SHA-1, or SHA-256 where it says 2.
	 */
	boolean isSignedBy(X509Certificate certificate) {
		try {
			Signature signature = Signature
				.getInstance(text("SignatureVersion").equals("2") ? "SHA256withRSA" : "SHA1withRSA");
			signature.initVerify(certificate);
			signature.update(content().getBytes(StandardCharsets.UTF_8));
			return signature.verify(Base64.getDecoder().decode(text("Signature")));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	/** What is signed: names and values, each with a line's end. */
	private String content() {
		StringBuilder content = new StringBuilder();
		for (String name : type().equals("Notification") ? NOTIFICATION : CONFIRMATION) {
			if (this.body.path(name).isString()) {
				content.append(name).append('\n').append(text(name)).append('\n');
			}
		}
		return content.toString();
	}

	/** What was published to the topic. */
	JsonNode message() {
		return ReportedEvent.tree(text("Message"));
	}

	private String text(String name) {
		return this.body.path(name).asString("");
	}

}
