package dev.sayso.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gives those who were in a store before the present form of their e-mail address, which
 * no SQL can make. Few have another: those whose domain is not in ASCII.
 */
@Component
class SearchKeysMigration implements JavaMigration {

	private static final int AT_ONCE = 1_000;

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("13");
	}

	@Override
	public String getDescription() {
		return "person normalise e-mail address";
	}

	@Override
	public @Nullable Integer getChecksum() {
		return null;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) throws SQLException {
		Connection connection = context.getConnection();
		try (Statement select = connection.createStatement();
				PreparedStatement update = connection
					.prepareStatement("update profile set email_key = ?, search_text = ? where id = ?")) {
			select.setFetchSize(AT_ONCE);
			int changed = 0;
			try (ResultSet row = select.executeQuery("""
					select id, external_id, first_name, last_name, email, mobile, phone, street, postal_code, city,
						email_key, search_text
					from profile where email is not null""")) {
				while (row.next()) {
					SearchKeys keys = SearchKeys.of(details(row));
					if (!keys.searchText().equals(row.getString("search_text"))
							|| !String.valueOf(keys.emailKey()).equals(row.getString("email_key"))) {
						update.setString(1, keys.emailKey());
						update.setString(2, keys.searchText());
						update.setObject(3, row.getObject("id", UUID.class));
						update.addBatch();
						if (++changed % AT_ONCE == 0) {
							update.executeBatch();
						}
					}
				}
			}
			update.executeBatch();
		}
	}

	private static Details details(ResultSet row) throws SQLException {
		return new Details(row.getString("external_id"), row.getString("first_name"), row.getString("last_name"),
				row.getString("email"), row.getString("mobile"), row.getString("phone"), null, null,
				row.getString("street"), row.getString("postal_code"), row.getString("city"), null, null, null, null);
	}

}
