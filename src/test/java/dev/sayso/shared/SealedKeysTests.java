package dev.sayso.shared;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProductTest
class SealedKeysTests {

	private static final String OLD = "the secret of the first year";

	private static final String NEW = "the secret of the second year";

	@Autowired
	JdbcClient jdbc;

	@Test
	void aKeyIsMadeOnceSealedAnewByTheFirstAndOpenedByNoOther() {
		String purpose = "test-" + System.nanoTime() % 1_000_000;
		assertThat(keys(OLD).open(purpose, () -> "one")).isEqualTo("one");
		assertThat(keys(OLD).open(purpose, () -> "two")).isEqualTo("one");
		assertThatExceptionOfType(StartupException.class).isThrownBy(() -> keys(NEW).open(purpose, () -> "two"))
			.withMessageContaining("do not open this store");
		assertThat(keys(NEW, OLD).read(purpose, () -> "two")).isEqualTo("one");
		assertThat(keys(OLD).read(purpose, () -> "two")).as("not sealed anew").isEqualTo("one");
		assertThat(keys(NEW, OLD).open(purpose, () -> "two")).isEqualTo("one");
		assertThat(keys(NEW).open(purpose, () -> "two")).isEqualTo("one");
		keys(NEW).replace(purpose, "three");
		assertThat(keys(NEW).open(purpose, () -> "two")).isEqualTo("three");
	}

	private SealedKeys keys(String... secrets) {
		return new SealedKeys(this.jdbc, KeySamples.keys(secrets));
	}

}
