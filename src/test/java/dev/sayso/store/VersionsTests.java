package dev.sayso.store;

import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import dev.sayso.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that versions of before all had the same columns are still there.
 */
class VersionsTests {

	private static final UUID ID = UUID.fromString("0190b5a0-0000-7000-8000-000000000001");

	private static final String SPECIAL = "“Quoted” \"text\" \\ with\nlines, ünï ☃ and {braces}";

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void whatAnAudienceOnceWasIsKept(String vendor) throws Exception {
		SimpleDriverDataSource store = new SimpleDriverDataSource(
				vendor.equals("h2") ? new org.h2.Driver() : new org.postgresql.Driver(),
				vendor.equals("h2") ? "jdbc:h2:mem:versions;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
						: Postgres.freshDatabase(),
				vendor.equals("h2") ? "sa" : "postgres", vendor.equals("h2") ? "" : "postgres");
		migrate(store, vendor, "14");
		JdbcClient jdbc = JdbcClient.create(store);
		jdbc.sql("""
				insert into audience (id, version, slug, name, description, created_at, changed_at, changed_by)
				values (:id, 0, 'a', 'A', '', current_timestamp, current_timestamp, 'Ana')""").param("id", ID).update();
		insert(jdbc, 1, "{\"attribute\":\"country\",\"is\":\"a\\\\b\"}", null);
		insert(jdbc, 2, null, 7);
		migrate(store, vendor, "latest");
		Versions<Content> versions = new Versions<>(jdbc, JsonMapper.builder().build(), "audience", Content.class) {
		};
		assertThat(versions.list(ID)).extracting(Version::number).containsExactly(2, 1);
		assertThat(versions.list(ID)).extracting(Version::content)
			.containsExactly(new Content(SPECIAL, null, 7),
					new Content(SPECIAL, "{\"attribute\":\"country\",\"is\":\"a\\\\b\"}", null));
		assertThat(versions.find(ID, 1)).map(Version::createdBy).contains("Ana");
		assertThat(versions.find(ID, 3)).isEmpty();
		assertThat(versions.find(ID, null)).isEmpty();
		assertThat(versions.<String>compare(ID,
				(version, before) -> version.number() + before.map((other) -> " after " + other.number()).orElse("")))
			.containsExactly("2 after 1", "1");
	}

	private static void insert(JdbcClient jdbc, int number, String condition, Integer members) {
		jdbc.sql(
				"""
						insert into audience_version (audience_id, number, at, actor_name, name, description, condition, members)
						values (:id, :number, current_timestamp, 'Ana', 'A', :description, :condition, cast(:members as int))""")
			.param("id", ID)
			.param("number", number)
			.param("description", SPECIAL)
			.param("condition", condition)
			.param("members", members)
			.update();
	}

	private static void migrate(SimpleDriverDataSource store, String vendor, String target) {
		Flyway.configure()
			.dataSource(store)
			.locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
			.target(target)
			.load()
			.migrate();
	}

	record Content(String description, String condition, Integer members) {

	}

}
