package dev.sayso.shared;

import java.nio.file.Path;
import java.util.List;

/**
 * Keys to sign with, as a deployment names them.
 */
public final class KeySamples {

	private KeySamples() {
	}

	public static SecretKeys keys(String... keys) {
		return new SecretKeys(
				new SaysoProperties(Path.of("none"), List.of(keys), "", "", new SaysoProperties.Db("", "", "")));
	}

}
