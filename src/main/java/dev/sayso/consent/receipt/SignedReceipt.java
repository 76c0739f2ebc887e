package dev.sayso.consent.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt as it is handed out: a compact JSON Web Signature (RFC 7515, RFC 8037).
 *
 * @param kid the name of the key that signed
 * @param payload the record as JSON-LD
 * @param signed the text that was signed: header and payload in base64url
 */
public record SignedReceipt(String algorithm, String kid, String payload, String signed, byte[] signature) {

	static final String ALGORITHM = "EdDSA";

	private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

	static SignedReceipt of(String kid, String payload, Function<String, byte[]> key) {
		String header = "{\"alg\":\"" + ALGORITHM + "\",\"kid\":\"" + kid + "\",\"cty\":\"ld+json\"}";
		String signed = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
				+ encode(payload.getBytes(StandardCharsets.UTF_8));
		return new SignedReceipt(ALGORITHM, kid, payload, signed, key.apply(signed));
	}

	/**
	 * Reads what somebody brings, however its lines are broken. A signature has one
	 * spelling only: with bits that base64url leaves over it is none. Empty where it is
	 * no such thing.
	 */
	static Optional<SignedReceipt> parse(String text, JsonMapper json) {
		String compact = text.replaceAll("[\\s\\uFEFF]+", "");
		if (!COMPACT.matcher(compact).matches()) {
			return Optional.empty();
		}
		try {
			String[] parts = compact.split("\\.");
			Map<String, Object> header = json.readValue(decode(parts[0]), new TypeReference<>() {
			});
			if (header == null) {
				return Optional.empty();
			}
			return Optional.of(new SignedReceipt(String.valueOf(header.get("alg")), String.valueOf(header.get("kid")),
					new String(decode(parts[1]), StandardCharsets.UTF_8), parts[0] + "." + parts[1],
					signature(parts[2])));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	public String compact() {
		return this.signed + "." + encode(this.signature);
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static byte[] decode(String part) {
		return Base64.getUrlDecoder().decode(part);
	}

	private static byte[] signature(String part) {
		byte[] bytes = decode(part);
		return encode(bytes).equals(part) ? bytes : new byte[0];
	}

}
