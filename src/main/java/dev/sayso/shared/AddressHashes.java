package dev.sayso.shared;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.spec.SecretKeySpec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hashes addresses with a key of the store's own (HMAC-SHA-256, RFC 2104). It is made
 * once and kept sealed by the deployment's first secret, so that secrets can be replaced
 * and no hash is lost. What was hashed with the secrets themselves, before there was such
 * a key, is found by them: they are sealed with it.
 */
@Component
public class AddressHashes {

	private static final String PURPOSE = "address";

	private static final int LENGTH = 32;

	private final List<SecretKeySpec> keys;

	AddressHashes(JdbcClient jdbc, SecretKeys secrets, SealedKeys sealed) {
		this.keys = Arrays.stream(sealed.open(PURPOSE, () -> make(jdbc, secrets)).split(" "))
			.map((key) -> new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"))
			.toList();
	}

	/** The hash under which an address is kept now, 32 bytes. */
	public byte[] hash(byte[] address) {
		return SecretKeys.mac(this.keys.get(0), address);
	}

	/** The hashes under which an address may be kept. */
	public Stream<byte[]> hashes(byte[] address) {
		return this.keys.stream().map((key) -> SecretKeys.mac(key, address));
	}

	private static String make(JdbcClient jdbc, SecretKeys secrets) {
		byte[] key = new byte[LENGTH];
		new SecureRandom().nextBytes(key);
		boolean hashed = jdbc.sql("select exists (select 1 from suppression)").query(Boolean.class).single();
		return Stream.concat(Stream.of(key), hashed ? secrets.bytes().stream() : Stream.empty())
			.map(Base64.getEncoder()::encodeToString)
			.collect(Collectors.joining(" "));
	}

}
