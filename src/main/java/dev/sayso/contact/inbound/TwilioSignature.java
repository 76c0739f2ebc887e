package dev.sayso.contact.inbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.util.MultiValueMap;

/**
 * Twilio's signature of what it posts: with the account's auth token, over the address
 * and all fields in order.
 */
public final class TwilioSignature {

	private static final String HEADER = "X-Twilio-Signature";

	private TwilioSignature() {
	}

	/**
	 * Whether a request is signed, and by the account that a connector names where it
	 * names one.
	 * @param secret the account's auth token
	 */
	public static boolean verifies(InboundRequest request, Connector connector, String secret) {
		MultiValueMap<String, String> fields = request.form();
		boolean theirs = connector.account().isBlank() || connector.account().equals(fields.getFirst("AccountSid"));
		byte[] signature = decode(request.header(HEADER));
		return addresses(request.url()).stream()
			.map((url) -> sign(url, fields, secret))
			.anyMatch((right) -> MessageDigest.isEqual(right, signature)) && theirs;
	}

	/** Twilio sometimes names the port that a scheme has anyway. */
	private static List<String> addresses(String url) {
		List<String> addresses = new ArrayList<>(List.of(url));
		int path = url.indexOf('/', url.indexOf("://") + 3);
		String host = (path > 0) ? url.substring(0, path) : url;
		if (path > 0 && host.lastIndexOf(':') <= host.indexOf("://")) {
			addresses.add(host + (url.startsWith("https:") ? ":443" : ":80") + url.substring(path));
		}
		return addresses;
	}

	private static byte[] sign(String url, MultiValueMap<String, String> fields, String secret) {
		StringBuilder content = new StringBuilder(url);
		Map<String, List<String>> sorted = new TreeMap<>(fields);
		sorted.forEach((name, values) -> new TreeSet<>(values).forEach((value) -> content.append(name).append(value)));
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
			return mac.doFinal(content.toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
