package dev.sayso.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes bytes of a kind as a signed token for URLs, with the name of its key, and reads
 * them back.
 *
 * @param prefix what the tokens are for, so that none passes for one of another use
 */
public record TokenSeal(SecretKeys keys, String prefix) {

	private static final int SIGNATURE = 16;

	/** How many bytes name the key that signed. */
	private static final int NAME = 4;

	public String seal(byte kind, byte[] body) {
		byte[] signature = Arrays.copyOf(this.keys.sign(content(kind, body)), SIGNATURE);
		byte[] sealed = ByteBuffer.allocate(body.length + NAME + SIGNATURE)
			.put(body)
			.putInt(this.keys.name())
			.put(signature)
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/**
	 * What a genuine token of this kind carries. Tokens of before name no key: any may
	 * have signed them.
	 * @param least how many bytes it carries at least
	 */
	public Optional<ByteBuffer> open(byte kind, String token, int least) {
		ByteBuffer sealed = ByteBuffer.wrap(decode(token));
		int more = sealed.remaining() - least - SIGNATURE;
		if (more != 0 && more < NAME) {
			return Optional.empty();
		}
		byte[] body = new byte[(more == 0) ? least : least + more - NAME];
		sealed.get(body);
		byte[] content = content(kind, body);
		Stream<byte[]> expected = (more != 0) ? this.keys.signature(sealed.getInt(), content).stream()
				: this.keys.signatures(content);
		byte[] signature = new byte[SIGNATURE];
		sealed.get(signature);
		return expected.anyMatch((genuine) -> MessageDigest.isEqual(Arrays.copyOf(genuine, SIGNATURE), signature))
				? Optional.of(ByteBuffer.wrap(body)) : Optional.empty();
	}

	/**
	 * A token has one spelling only: bits that base64url leaves over are not accepted.
	 */
	private static byte[] decode(String token) {
		try {
			byte[] sealed = Base64.getUrlDecoder().decode(token);
			boolean same = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(token);
			return same ? sealed : new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private byte[] content(byte kind, byte[] body) {
		return ByteBuffer.allocate(this.prefix.length() + 1 + body.length)
			.put(this.prefix.getBytes(StandardCharsets.US_ASCII))
			.put(kind)
			.put(body)
			.array();
	}

}
