package dev.sayso.shared;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a deployment says from outside, by environment variables.
 *
 * @param data the folder of the embedded store and its key
 * @param secretKey the keys that sign links: the first signs, all verify
 * @param baseUrl the public address that links carry; empty for that of the request
 * @param adminPassword the first administrator's password; empty to have one made
 * @param db PostgreSQL, where the store is not the embedded one
 */
@ConfigurationProperties("sayso")
public record SaysoProperties(Path data, List<String> secretKey, String baseUrl, String adminPassword, Db db) {

	public record Db(String url, String user, String password) {

	}

	public boolean embedded() {
		return this.db.url().isBlank();
	}

}
