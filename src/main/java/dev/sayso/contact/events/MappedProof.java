package dev.sayso.contact.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.contact.inbound.WebhookSignature;

/**
 * How a sender without a form of its own proves that a request is its own.
 */
enum MappedProof {

	/** After Standard Webhooks; what is older than five minutes is refused. */
	STANDARD_WEBHOOKS {
		@Override
		boolean verifies(InboundRequest request, EventMapping mapping, String secret, Instant now) {
			return WebhookSignature.verifies(request, secret, now);
		}
	},

	/** A header with the HMAC-SHA-256 of the body, after {@code sha256=} or alone. */
	HMAC {
		@Override
		boolean verifies(InboundRequest request, EventMapping mapping, String secret, Instant now) {
			String told = request.header(mapping.header()).strip();
			try {
				Mac mac = Mac.getInstance("HmacSHA256");
				mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
				return MessageDigest.isEqual(mac.doFinal(request.body()),
						mapping.encoding()
							.decode(told.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
									? told.substring(PREFIX.length()) : told));
			}
			catch (GeneralSecurityException | IllegalArgumentException ex) {
				return false;
			}
		}
	},

	/** A header with the secret, after {@code Bearer} or alone. */
	HEADER {
		@Override
		boolean verifies(InboundRequest request, EventMapping mapping, String secret, Instant now) {
			String told = request.header(mapping.header()).strip();
			return isSame(told, secret) | isSame(told, "Bearer " + secret);
		}
	},

	/** The secret as the password of whatever user. */
	BASIC {
		@Override
		boolean verifies(InboundRequest request, EventMapping mapping, String secret, Instant now) {
			String told = request.header("Authorization").strip();
			try {
				String pair = told.regionMatches(true, 0, "Basic ", 0, 6)
						? new String(Base64.getDecoder().decode(told.substring(6).strip()), StandardCharsets.UTF_8)
						: "";
				return pair.indexOf(':') >= 0 && isSame(pair.substring(pair.indexOf(':') + 1), secret);
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}
	};

	private static final String PREFIX = "sha256=";

	/** How a header writes bytes. */
	enum Encoding {

		HEX {
			@Override
			byte[] decode(String text) {
				return HexFormat.of().parseHex(text);
			}
		},

		BASE64 {
			@Override
			byte[] decode(String text) {
				return Base64.getDecoder().decode(text);
			}
		};

		abstract byte[] decode(String text);

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Encoding of(String key) {
			return key.equals(BASE64.key()) ? BASE64 : HEX;
		}

	}

	abstract boolean verifies(InboundRequest request, EventMapping mapping, String secret, Instant now);

	/** Whether one names the header. */
	boolean hasHeader() {
		return this == HMAC || this == HEADER;
	}

	/** The name in forms and message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static MappedProof of(String key) {
		return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private static boolean isSame(String told, String secret) {
		return MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
	}

}
