package dev.sayso.person;

import java.sql.Connection;
import java.util.Map;

import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that whoever was in a store before is found by the present form of their address.
 */
@ProductTest
class SearchKeysMigrationTests {

	@Autowired
	SearchKeysMigration migration;

	@Autowired
	People people;

	@Autowired
	Profiles profiles;

	@Autowired
	DataSource store;

	@Autowired
	JdbcClient jdbc;

	@Test
	void oldKeysBecomeThoseOfToday() throws Exception {
		Profile person = this.people.create(Map.of("email", "Info@XN--MLLER-KVA.example"));
		Profile plain = this.people.create(Map.of("email", "plain@posteo.example"));
		this.jdbc.sql("update profile set email_key = 'info@xn--mller-kva.example', search_text = 'old' where id = :id")
			.param("id", person.id().id())
			.update();
		try (Connection connection = this.store.getConnection()) {
			this.migration.migrate(new Context() {

				@Override
				public Configuration getConfiguration() {
					return new FluentConfiguration();
				}

				@Override
				public Connection getConnection() {
					return connection;
				}

			});
		}
		assertThat(this.profiles.findById(person.id()).orElseThrow().keys()).isEqualTo(person.keys());
		assertThat(person.keys().emailKey()).isEqualTo("info@müller.example");
		assertThat(this.profiles.findById(plain.id())).contains(plain);
	}

}
