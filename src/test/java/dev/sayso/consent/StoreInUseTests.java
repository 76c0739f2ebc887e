package dev.sayso.consent;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import dev.sayso.ProductTest;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a store from before anybody was asked keeps what silence meant in it.
 */
@ProductTest
class StoreInUseTests {

	@Autowired
	ConsentSettings consents;

	@Autowired
	Settings settings;

	@Autowired
	DataSource store;

	@Autowired
	JdbcClient jdbc;

	@Test
	void whereNothingWasSetContactCollectingAndSharingStayAllowed() throws SQLException {
		account();
		migrate();
		assertThat(this.consents.model()).contains(ConsentModel.OPT_OUT);
		assertThat(choice(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_YES);
		assertThat(choice(Purpose.COLLECT)).isEqualTo(Choice.DEFAULT_YES);
		assertThat(choice(Purpose.SHARE)).isEqualTo(Choice.DEFAULT_YES);
		assertThat(choice(Purpose.PERSONALIZE_CONTENT)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(choice(Purpose.MODELING)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(choice(Purpose.MARKETING_WHATS_APP)).isEqualTo(Choice.DEFAULT_NO);
	}

	@Test
	void whatWasSetKeepsItsEffect() throws SQLException {
		account();
		this.settings.set("consent.channels", "email,sms,whatsApp");
		this.settings.set("consent.default.marketing.email", "n");
		this.settings.set("consent.default.marketing.sms", "CT");
		this.settings.set("consent.default.personalize.content", "y");
		this.settings.set("consent.default.share", "PI");
		this.settings.set("consent.default.collect", "p");
		this.settings.set("consent.default.modeling", "LI");
		migrate();
		assertThat(choice(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(choice(Purpose.MARKETING_SMS)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(choice(Purpose.MARKETING_WHATS_APP)).isEqualTo(Choice.DEFAULT_YES);
		assertThat(choice(Purpose.MARKETING_FAX)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(choice(Purpose.PERSONALIZE_CONTENT)).isEqualTo(Choice.DEFAULT_YES);
		assertThat(choice(Purpose.SHARE)).isEqualTo(Choice.PUBLIC_INTEREST);
		assertThat(choice(Purpose.COLLECT)).isEqualTo(Choice.DEFAULT_NO);
		assertThat(choice(Purpose.MODELING)).isEqualTo(Choice.LEGITIMATE_INTEREST);
	}

	@Test
	void aNewStoreIsLeftToBeAsked() throws SQLException {
		migrate();
		assertThat(this.consents.model()).isEmpty();
		assertThat(this.consents.defaults()).isEqualTo(ConsentDefaults.NONE);
	}

	private Choice choice(Purpose purpose) {
		return this.consents.defaults().choice(purpose);
	}

	private void account() {
		this.jdbc
			.sql("""
					insert into account (id, version, username, name, password, password_given, role, enabled, theme, created_at)
					values (:id, 0, 'admin', 'Administrator', 'x', false, 'ADMIN', true, 'auto', :at)""")
			.param("id", UUID.randomUUID())
			.param("at", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
			.update();
	}

	private void migrate() throws SQLException {
		this.jdbc.sql("delete from setting where name = 'consent.model'").update();
		try (Connection connection = this.store.getConnection()) {
			ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V24__consent_name_model.sql"));
			if (!connection.getAutoCommit()) {
				connection.commit();
			}
		}
		this.settings.set("store.kind", "real");
	}

}
