package dev.sayso.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Signs links and hashes addresses with the deployment's keys (HMAC-SHA-256, RFC 2104).
 * The first key signs, all of them verify, so that a key can be replaced without breaking
 * a link.
 */
@Component
public class SecretKeys {

	private final List<SecretKeySpec> keys;

	SecretKeys(SaysoProperties properties) {
		List<String> given = properties.secretKey()
			.stream()
			.map(String::strip)
			.filter((key) -> !key.isEmpty())
			.toList();
		if (given.isEmpty() && !properties.embedded()) {
			throw new StartupException("With PostgreSQL the key that signs links has to be named in SAYSO_SECRET_KEY,"
					+ " the same for every instance.");
		}
		if (given.stream().anyMatch((key) -> key.length() < 16)) {
			throw new StartupException("Each key in SAYSO_SECRET_KEY needs at least 16 characters.");
		}
		this.keys = (given.isEmpty() ? List.of(keyFile(properties.data())) : given).stream()
			.map((key) -> new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
			.toList();
	}

	/** The signature of what is signed now, 32 bytes. */
	public byte[] sign(byte[] content) {
		return mac(this.keys.get(0), content);
	}

	/**
	 * The signatures that any of the keys gives, the signing key's first: what is stored
	 * under an older key is still found.
	 */
	public Stream<byte[]> signatures(byte[] content) {
		return this.keys.stream().map((key) -> mac(key, content));
	}

	private static byte[] mac(SecretKeySpec key, byte[] content) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return mac.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String keyFile(Path folder) {
		Path file = folder.resolve("secret.key");
		try {
			if (Files.notExists(file)) {
				byte[] key = new byte[32];
				new SecureRandom().nextBytes(key);
				create(file, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void create(Path file, String key) throws IOException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		Files.writeString(file, key, StandardOpenOption.CREATE, StandardOpenOption.DSYNC);
	}

}
