package dev.sayso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each context of the tests a store of its own, opened exactly as the product opens
 * it: the embedded one in a new folder, or a new database of PostgreSQL.
 */
class TestStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of("sayso.data=" + folder(), "sayso.secret-key=a-key-that-only-tests-use").applyTo(context);
		if (context.getEnvironment().getProperty("test.postgres", boolean.class, false)) {
			TestPropertyValues
				.of("sayso.db.url=" + Postgres.freshDatabase(), "sayso.db.user=postgres", "sayso.db.password=postgres")
				.applyTo(context);
		}
	}

	private static String folder() {
		try {
			return Files.createTempDirectory("sayso-test").toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
