package dev.sayso.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import dev.sayso.shared.ProfileId;

/**
 * Reads people from rows that may hold more than them, for what is asked so often that
 * the repository's own mapping would be a good part of it (figures <em>personal page</em>
 * and <em>profile by the API</em> of the benchmark).
 */
public final class ProfileRowMapper {

	private ProfileRowMapper() {
	}

	public static Profile read(ResultSet row) throws SQLException {
		Details details = new Details(row.getString("external_id"), row.getString("first_name"),
				row.getString("last_name"), row.getString("email"), row.getString("mobile"), row.getString("phone"),
				row.getString("fax"), row.getString("push_token"), row.getString("street"),
				row.getString("postal_code"), row.getString("city"), row.getString("country"),
				row.getString("language"), row.getString("time_zone"), row.getObject("birth_date", LocalDate.class));
		SearchKeys keys = new SearchKeys(row.getString("name_key"), row.getString("email_key"),
				row.getString("call_key"), row.getString("post_key"), row.getString("search_text"),
				row.getString("external_id_key"), row.getString("first_name_key"), row.getString("last_name_key"),
				row.getString("street_key"), row.getString("postal_code_key"), row.getString("city_key"),
				row.getString("language_key"));
		return new Profile(new ProfileId(row.getObject("id", UUID.class)), row.getInt("version"), details, keys,
				instant(row, "created_at"), instant(row, "updated_at"), row.getString("changed_by"),
				row.getInt("bucket"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
