package dev.sayso;

import java.nio.file.Path;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

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

	private static Path folder() {
		Path folder = TestFolders.create("sayso-test");
		// after the store was closed
		SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
		return folder;
	}

}
