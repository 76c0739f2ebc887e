package dev.sayso.landing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import dev.sayso.shared.ProfileId;

/**
 * How what a token is about stands in its bytes.
 */
final class TokenBytes {

	private TokenBytes() {
	}

	/** A text that is written with its length before it. */
	static String word(ByteBuffer body) {
		byte[] word = new byte[Byte.toUnsignedInt(body.get())];
		body.get(word);
		return new String(word, StandardCharsets.US_ASCII);
	}

	static ByteBuffer put(ByteBuffer body, ProfileId profile) {
		return body.putLong(profile.id().getMostSignificantBits()).putLong(profile.id().getLeastSignificantBits());
	}

	static ProfileId profile(ByteBuffer body) {
		return new ProfileId(id(body));
	}

	/** The text that is all there is left. */
	static String rest(ByteBuffer body) {
		return StandardCharsets.UTF_8.decode(body).toString();
	}

	static UUID id(ByteBuffer body) {
		return new UUID(body.getLong(), body.getLong());
	}

	static byte[] of(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	static byte[] of(long number) {
		return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
	}

}
