package dev.sayso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL that keeps what it acknowledges, started once and shared by all
 * tests; each user is given a database of its own.
 */
public final class Postgres {

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private static @Nullable EmbeddedPostgres server;

	private Postgres() {
	}

	/**
	 * The address of a new, empty database; user and password are {@code postgres}.
	 */
	public static String freshDatabase() {
		String name = "sayso_" + DATABASES.incrementAndGet();
		try (Connection connection = server().getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return "jdbc:postgresql://localhost:" + server().getPort() + "/" + name;
	}

	private static synchronized EmbeddedPostgres server() {
		if (server == null) {
			try {
				server = EmbeddedPostgres.builder()
					.setDataDirectory(TestFolders.create("sayso-postgres"))
					.setServerConfig("fsync", "on")
					.setServerConfig("synchronous_commit", "on")
					.setServerConfig("full_page_writes", "on")
					.setServerConfig("max_connections", "200")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return server;
	}

}
