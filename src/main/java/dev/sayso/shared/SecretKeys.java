package dev.sayso.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Signs links with the deployment's keys (HMAC-SHA-256, RFC 2104) and seals those that
 * the store keeps. The first key signs, all of them verify, so that a key can be replaced
 * without breaking a link.
 */
@Component
public class SecretKeys {

	/** Of AES-GCM, in bytes. */
	private static final int NONCE = 12;

	/** In characters. */
	private static final int SHORTEST = 16;

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
		if (given.stream().anyMatch((key) -> key.length() < SHORTEST)) {
			throw new StartupException("Each key in SAYSO_SECRET_KEY needs at least " + SHORTEST + " characters.");
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
	 * The signatures that any of the keys gives, the signing key's first: what an older
	 * key signed is still genuine.
	 */
	public Stream<byte[]> signatures(byte[] content) {
		return this.keys.stream().map((key) -> mac(key, content));
	}

	/** The name of the key that signs, which says nothing of the key itself. */
	public int name() {
		return name(this.keys.get(0));
	}

	/** The names of all keys. */
	public Stream<Integer> names() {
		return this.keys.stream().map(SecretKeys::name);
	}

	/**
	 * What the key of a name signs content with; empty where the deployment does not name
	 * that key.
	 */
	public Optional<byte[]> signature(int name, byte[] content) {
		return this.keys.stream().filter((key) -> name(key) == name).map((key) -> mac(key, content)).findFirst();
	}

	public boolean has(int name) {
		return this.keys.stream().anyMatch((key) -> name(key) == name);
	}

	/** Seals a text with the signing key (AES-GCM, NIST SP 800-38D). */
	String seal(String text) {
		byte[] nonce = new byte[NONCE];
		new SecureRandom().nextBytes(nonce);
		byte[] sealed = cipher(Cipher.ENCRYPT_MODE, this.keys.get(0), nonce, text.getBytes(StandardCharsets.UTF_8))
			.orElseThrow();
		return Base64.getEncoder()
			.encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
	}

	/** What any of the keys sealed; empty where none of them did. */
	Optional<String> open(String sealed) {
		byte[] bytes = Base64.getDecoder().decode(sealed);
		byte[] nonce = Arrays.copyOf(bytes, NONCE);
		byte[] content = Arrays.copyOfRange(bytes, NONCE, bytes.length);
		return this.keys.stream()
			.flatMap((key) -> cipher(Cipher.DECRYPT_MODE, key, nonce, content).stream())
			.map((text) -> new String(text, StandardCharsets.UTF_8))
			.findFirst();
	}

	boolean isSealedByTheFirst(String sealed) {
		byte[] bytes = Base64.getDecoder().decode(sealed);
		return cipher(Cipher.DECRYPT_MODE, this.keys.get(0), Arrays.copyOf(bytes, NONCE),
				Arrays.copyOfRange(bytes, NONCE, bytes.length))
			.isPresent();
	}

	/**
	 * The keys as they are named, for what hangs on them from before there were others.
	 */
	List<byte[]> bytes() {
		return this.keys.stream().map(SecretKeySpec::getEncoded).toList();
	}

	private static Optional<byte[]> cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] content) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, new SecretKeySpec(mac(key, "seal".getBytes(StandardCharsets.US_ASCII)), "AES"),
					new GCMParameterSpec(128, nonce));
			return Optional.of(cipher.doFinal(content));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int name(SecretKeySpec key) {
		return ByteBuffer.wrap(mac(key, "name".getBytes(StandardCharsets.US_ASCII))).getInt();
	}

	static byte[] mac(SecretKeySpec key, byte[] content) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return mac.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A key is whole there or not at all, whatever ends its making. */
	private static String keyFile(Path folder) {
		Path file = folder.resolve("secret.key");
		try {
			if (Files.notExists(file)) {
				byte[] key = new byte[32];
				new SecureRandom().nextBytes(key);
				create(file, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
			}
			String key = Files.readString(file).strip();
			if (key.length() < SHORTEST) {
				throw new StartupException("The key that signs links, in " + file.toAbsolutePath()
						+ ", is not whole: bring it back from a backup. Where no link was ever sent,"
						+ " delete that file, and a new key is made.");
			}
			return key;
		}
		catch (IOException ex) {
			throw new StartupException("The key that signs links cannot be read or made in " + file.toAbsolutePath()
					+ ": see that Sayso may read and write there.");
		}
	}

	private static void create(Path file, String key) throws IOException {
		Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
		Path whole = Files.createTempFile(folder, "secret", ".key");
		try {
			Files.writeString(whole, key, StandardOpenOption.DSYNC);
			Files.move(whole, file);
		}
		catch (FileAlreadyExistsException ex) {
			// somebody else was quicker: theirs is read
		}
		finally {
			Files.deleteIfExists(whole);
		}
	}

}
