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

	AddressHashes(JdbcClient jdbc, SecretKeys secrets) {
		String sealed = sealed(jdbc).findFirst().orElseGet(() -> make(jdbc, secrets));
		String opened = secrets.open(sealed)
			.orElseThrow(
					() -> new StartupException("The keys in SAYSO_SECRET_KEY (without it, in the file secret.key of"
							+ " the data folder) do not open this store: list the one it was started with before behind them."));
		if (!secrets.isSealedByTheFirst(sealed)) {
			jdbc.sql("update sealed_key set sealed = ? where purpose = ?")
				.params(secrets.seal(opened), PURPOSE)
				.update();
		}
		this.keys = Arrays.stream(opened.split(" "))
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

	private static Stream<String> sealed(JdbcClient jdbc) {
		return jdbc.sql("select sealed from sealed_key where purpose = ?")
			.param(PURPOSE)
			.query(String.class)
			.list()
			.stream();
	}

	/** Of two that start at once, one makes it. */
	private static String make(JdbcClient jdbc, SecretKeys secrets) {
		byte[] key = new byte[LENGTH];
		new SecureRandom().nextBytes(key);
		boolean hashed = jdbc.sql("select exists (select 1 from suppression)").query(Boolean.class).single();
		String keys = Stream.concat(Stream.of(key), hashed ? secrets.bytes().stream() : Stream.empty())
			.map(Base64.getEncoder()::encodeToString)
			.collect(Collectors.joining(" "));
		jdbc.sql("insert into sealed_key (purpose, sealed) values (?, ?) on conflict do nothing")
			.params(PURPOSE, secrets.seal(keys))
			.update();
		return sealed(jdbc).findFirst().orElseThrow();
	}

}
