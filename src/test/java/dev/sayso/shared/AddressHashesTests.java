package dev.sayso.shared;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Replaces the deployment's secrets in every order, and looks for the hashes.
 */
@ProductTest
class AddressHashesTests {

	private static final String OLD = "the secret of the first year";

	private static final String NEW = "the secret of the second year";

	private static final byte[] ADDRESS = "camille@posteo.example".getBytes(StandardCharsets.UTF_8);

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void nothingSealed() {
		this.jdbc.sql("delete from sealed_key where purpose = 'address'").update();
	}

	@Test
	void aHashOutlivesEverySecret() {
		String hash = hash(OLD);
		assertThat(hash(OLD)).isEqualTo(hash);
		assertThat(hash(NEW, OLD)).isEqualTo(hash);
		assertThat(hash(NEW)).isEqualTo(hash);
		assertThat(hash("the secret of the third year", NEW)).isEqualTo(hash);
		assertThat(hash("the secret of the third year")).isEqualTo(hash);
	}

	@Test
	void itIsSealedByTheFirstAloneAndIsNotTheSecretItself() {
		hash(OLD, NEW);
		String sealed = sealed();
		assertThat(KeySamples.keys(NEW).open(sealed)).isEmpty();
		assertThat(KeySamples.keys(OLD).open(sealed)).isPresent();
		hash(OLD, NEW);
		assertThat(sealed()).isEqualTo(sealed);
		assertThat(hash(OLD)).isNotEqualTo(HexFormat.of().formatHex(KeySamples.keys(OLD).sign(ADDRESS)));
	}

	@Test
	void secretsThatDoNotOpenItAreRefusedAndChangeNothing() {
		String hash = hash(OLD);
		String sealed = sealed();
		for (String[] wrong : List.of(new String[] { NEW }, new String[] { NEW, OLD + "r" })) {
			assertThatExceptionOfType(StartupException.class).isThrownBy(() -> hash(wrong))
				.withMessageContaining("do not open this store");
		}
		assertThat(sealed()).isEqualTo(sealed);
		assertThat(hash(OLD)).isEqualTo(hash);
	}

	@Test
	void whatTheSecretsThemselvesHashedBeforeIsFoundForEver() {
		this.jdbc.sql("""
				insert into suppression (id, channel, hash, kind, origin, own, since)
				values (?, 'email', ?, 'kept-say', 'subject', true, current_timestamp)""")
			.params(Ids.next(), before(OLD))
			.update();
		assertThat(hashes(NEW, OLD)).contains(before(OLD), before(NEW)).first().isNotIn(before(OLD), before(NEW));
		assertThat(hashes(NEW)).contains(before(OLD), before(NEW));
		assertThat(hashes("the secret of the third year", NEW)).contains(before(OLD), before(NEW));
		assertThat(hashes("the secret of the third year")).contains(before(OLD), before(NEW));
	}

	private static String before(String secret) {
		return HexFormat.of().formatHex(KeySamples.keys(secret).sign(ADDRESS));
	}

	private String hash(String... secrets) {
		return HexFormat.of().formatHex(hashing(secrets).hash(ADDRESS));
	}

	private List<String> hashes(String... secrets) {
		return hashing(secrets).hashes(ADDRESS).map(HexFormat.of()::formatHex).toList();
	}

	private AddressHashes hashing(String... secrets) {
		SecretKeys keys = KeySamples.keys(secrets);
		return new AddressHashes(this.jdbc, keys, new SealedKeys(this.jdbc, keys));
	}

	private String sealed() {
		return this.jdbc.sql("select sealed from sealed_key where purpose = 'address'").query(String.class).single();
	}

}
