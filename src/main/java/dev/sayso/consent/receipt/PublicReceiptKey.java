package dev.sayso.consent.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.sayso.shared.Sha256;

/**
 * The public part of a key that signs receipts.
 *
 * @param x the key itself (RFC 8037, 2), 32 bytes as base64url
 */
public record PublicReceiptKey(String x) {

	/** What stands before such a key in X.509 (RFC 8410, 4). */
	private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

	/** How long a signature is, in bytes (RFC 8032, 5.1.6). */
	private static final int SIGNATURE = 64;

	static PublicReceiptKey of(PublicKey key) {
		byte[] encoded = key.getEncoded();
		return new PublicReceiptKey(Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Arrays.copyOfRange(encoded, PREFIX.length, encoded.length)));
	}

	/** Its name: the thumbprint of the key itself (RFC 7638, RFC 8037 A.3). */
	public String kid() {
		String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + this.x + "\"}";
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Sha256.digest().digest(canonical.getBytes(StandardCharsets.US_ASCII)));
	}

	/** As a JSON Web Key (RFC 7517). */
	Map<String, String> jwk() {
		Map<String, String> jwk = new LinkedHashMap<>();
		jwk.put("kty", "OKP");
		jwk.put("crv", "Ed25519");
		jwk.put("x", this.x);
		jwk.put("kid", kid());
		jwk.put("use", "sig");
		jwk.put("alg", SignedReceipt.ALGORITHM);
		return jwk;
	}

	/** As OpenSSL reads it (RFC 7468, 13). */
	public String pem() {
		return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded())
				+ "\n-----END PUBLIC KEY-----\n";
	}

	/** The JDK overlooks what follows a signature that is longer than it may be. */
	boolean verifies(SignedReceipt receipt) {
		if (receipt.signature().length != SIGNATURE) {
			return false;
		}
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded())));
			signature.update(receipt.signed().getBytes(StandardCharsets.US_ASCII));
			return signature.verify(receipt.signature());
		}
		catch (SignatureException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] encoded() {
		return ByteBuffer.allocate(PREFIX.length + 32).put(PREFIX).put(Base64.getUrlDecoder().decode(this.x)).array();
	}

}
