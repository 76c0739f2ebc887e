package dev.sayso.account.token;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.shared.Sha256;

/**
 * Tokens that tests call the API with: their secrets are words of the tests.
 */
public final class ApiTokenSamples {

	private ApiTokenSamples() {
	}

	/**
	 * Adds a token for each of some lists of scopes, which is its secret and its name.
	 */
	public static void addAll(JdbcClient jdbc, String... scopes) {
		for (String each : scopes) {
			add(jdbc, each, each, each);
		}
	}

	/**
	 * Adds a token; its id is the same in each test, as the product remembers tokens for
	 * a moment.
	 * @param secret what calls send of it
	 * @param scopes their keys, with commas between them
	 */
	public static void add(JdbcClient jdbc, String name, String secret, String scopes) {
		jdbc.sql("""
				insert into api_token (id, version, name, hash, scopes, created_at, created_by)
				values (?, 0, ?, ?, ?, current_timestamp, 'test')""")
			.params(UUID.nameUUIDFromBytes(secret.getBytes(StandardCharsets.UTF_8)), name, Sha256.hex(secret), scopes)
			.update();
	}

}
