package dev.sayso.landing.confirmation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;

@Component
class MailedConfirmations {

	private static final String COLUMNS = """
			select id, profile_id, page_id, page_version, address, purposes, language, asked_at, mail_id, reminded_at,
				answered_at, accepted
			from confirmation
			""";

	private final JdbcClient jdbc;

	MailedConfirmations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(MailedConfirmation asked) {
		this.jdbc.sql("""
				insert into confirmation (id, profile_id, page_id, page_version, address, purposes, language, asked_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(asked.id(), asked.profile().id(), asked.page(), asked.pageVersion(), asked.address(),
					String.join(" ", asked.purposes()), asked.language(), utc(asked.askedAt()))
			.update();
	}

	Optional<MailedConfirmation> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = ?").param(id).query(MailedConfirmations::read).optional();
	}

	/** Those of a person that nobody answered, oldest first. */
	List<MailedConfirmation> unanswered(ProfileId profile) {
		return this.jdbc.sql(COLUMNS + "where profile_id = ? and answered_at is null order by asked_at, id")
			.param(profile.id())
			.query(MailedConfirmations::read)
			.list();
	}

	/** Those to remind of: asked between these times, and not reminded of yet. */
	List<MailedConfirmation> unreminded(Instant after, Instant before, int limit) {
		return this.jdbc
			.sql(COLUMNS + "where asked_at > ? and asked_at < ? and reminded_at is null and answered_at is null"
					+ " order by asked_at limit ?")
			.params(utc(after), utc(before), limit)
			.query(MailedConfirmations::read)
			.list();
	}

	/**
	 * Notes that one is reminded of.
	 * @return whether nobody did before
	 */
	boolean remind(UUID id, Instant now) {
		return this.jdbc.sql("update confirmation set reminded_at = ? where id = ? and reminded_at is null")
			.params(utc(now), id)
			.update() == 1;
	}

	void mailed(UUID id, UUID mail) {
		this.jdbc.sql("update confirmation set mail_id = ? where id = ?").params(mail, id).update();
	}

	void answered(UUID id, boolean accepted, Instant now) {
		this.jdbc.sql("update confirmation set answered_at = ?, accepted = ? where id = ? and answered_at is null")
			.params(utc(now), accepted, id)
			.update();
	}

	/** Declines all of a person that nobody answered. */
	void decline(ProfileId profile, Instant now) {
		unanswered(profile).forEach((asked) -> answered(asked.id(), false, now));
	}

	/**
	 * Asks no more for one thing in what nobody answered.
	 * @param purpose as the ledger calls it
	 */
	void withdraw(ProfileId profile, String purpose, Instant now) {
		for (MailedConfirmation asked : unanswered(profile)) {
			List<String> left = asked.purposes().stream().filter((each) -> !each.equals(purpose)).toList();
			if (left.isEmpty()) {
				answered(asked.id(), false, now);
			}
			else if (left.size() < asked.purposes().size()) {
				this.jdbc.sql("update confirmation set purposes = ? where id = ?")
					.params(String.join(" ", left), asked.id())
					.update();
			}
		}
	}

	private static MailedConfirmation read(ResultSet row, int number) throws SQLException {
		return new MailedConfirmation(row.getObject("id", UUID.class),
				new ProfileId(row.getObject("profile_id", UUID.class)), row.getObject("page_id", UUID.class),
				row.getInt("page_version"), row.getString("address"), List.of(row.getString("purposes").split(" ")),
				row.getString("language"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
				row.getObject("mail_id", UUID.class), instant(row, "reminded_at"), instant(row, "answered_at"),
				row.getObject("accepted", Boolean.class));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
