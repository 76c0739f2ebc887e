package dev.sayso.store;

import org.flywaydb.core.api.exception.FlywayValidateException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

import dev.sayso.shared.SaysoProperties;
import dev.sayso.shared.StartupException;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Opens the store: the embedded one in the data folder unless PostgreSQL is named; and
 * lets rooms do by the clock what nobody waits for.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({ SaysoProperties.class, DiskSpace.Limits.class })
class StoreConfiguration {

	@Bean
	JdbcConnectionDetails connection(SaysoProperties properties) {
		if (properties.embedded()) {
			DurableFilePath.register();
			return new Connection(embeddedUrl(properties), "sa", "");
		}
		SaysoProperties.Db db = properties.db();
		if (!db.url().startsWith("jdbc:postgresql:")) {
			throw new StartupException(
					"SAYSO_DB_URL has to start with jdbc:postgresql: and name the server and database.");
		}
		return new Connection(db.url(), db.user(), db.password());
	}

	@Bean
	FlywayMigrationStrategy migration() {
		return (flyway) -> {
			try {
				flyway.migrate();
			}
			catch (FlywayValidateException ex) {
				throw new StartupException(
						"This store was made by another version of Sayso, which this one cannot read:"
								+ " start that version, or name another folder in SAYSO_DATA"
								+ " (with PostgreSQL, another database in SAYSO_DB_URL).");
			}
		};
	}

	/**
	 * Stands in for the indicator of Spring Boot, to which a store that is closed is
	 * well.
	 */
	@Bean
	StoreRecovery dbHealthIndicator(JdbcTemplate jdbc, DiskSpace disk) {
		return new StoreRecovery(jdbc, disk);
	}

	/** Before the first connection, which the migration opens. */
	@Bean
	static BeanPostProcessor storeFailures(ObjectProvider<DiskSpace> disk) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource store) {
					store.setExceptionOverride(new StoreFailures(store, disk));
				}
				return bean;
			}
		};
	}

	@Bean(destroyMethod = "close")
	@Qualifier("compaction")
	StoreCompaction compaction(SaysoProperties properties, javax.sql.DataSource store) {
		return new StoreCompaction(properties.embedded() ? store : null);
	}

	private static String embeddedUrl(SaysoProperties properties) {
		return DurableFilePath.URL + properties.data().toAbsolutePath().normalize().resolve("sayso")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH"
				+ ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
	}

	private record Connection(String getJdbcUrl, String getUsername,
			String getPassword) implements JdbcConnectionDetails {

	}

}
