package dev.sayso.consent.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.PendingOptIn;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.person.Origin;
import dev.sayso.shared.ProfileId;

/**
 * Opt-ins that nobody confirmed yet and that wait beside another say of the person.
 */
@Component
public class PendingOptIns {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PendingOptIns(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * What waits beside the person's say.
	 */
	public List<PendingOptIn> list(ProfileId profile) {
		return this.jdbc.sql("""
				select profile_id, purpose, at, origin, actor_name, source, submission_id, evidence
				from pending_opt_in
				where profile_id = :profile
				order by at, purpose""").param("profile", profile.id()).query(this::optIn).list();
	}

	/**
	 * What one accepted form left waiting.
	 */
	public List<PendingOptIn> ofSubmission(ProfileId profile, UUID submission) {
		return list(profile).stream().filter((optIn) -> submission.equals(optIn.submission())).toList();
	}

	/**
	 * Forgets what waits: it was asked for by mistake, or by somebody else.
	 */
	public void dismiss(ProfileId profile, Purpose purpose) {
		this.jdbc.sql("delete from pending_opt_in where profile_id = :profile and purpose = :purpose")
			.param("profile", profile.id())
			.param("purpose", purpose.key())
			.update();
	}

	/**
	 * Keeps one beside the say, which the caller holds: who changes it without having
	 * seen this looks again.
	 */
	void keep(ProfileId profile, Statement statement, Declaration by, Instant now) {
		dismiss(profile, statement.purpose());
		this.jdbc.sql("update say set waiting = true where profile_id = :profile")
			.param("profile", profile.id())
			.update();
		this.jdbc
			.sql("""
					insert into pending_opt_in (profile_id, purpose, at, origin, actor_name, source, submission_id, evidence)
					values (:profile, :purpose, :at, :origin, :actor, :source, :submission, :evidence)""")
			.param("profile", profile.id())
			.param("purpose", statement.purpose().key())
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("origin", by.origin().key())
			.param("actor", by.actor().name())
			.param("source", by.source())
			.param("submission", by.submission())
			.param("evidence", this.json.writeValueAsString(by.evidence().facts()))
			.update();
	}

	/**
	 * A confirmed opt-in waits no longer, nor one that a later no answered.
	 */
	void settle(ProfileId profile, List<LedgerEntry> entries) {
		String[] purposes = entries.stream()
			.filter((entry) -> entry.origin() == Origin.SUBJECT || !entry.after().equals(Choice.UNKNOWN.value()))
			.map(LedgerEntry::purpose)
			.toArray(String[]::new);
		this.jdbc.sql("delete from pending_opt_in where profile_id = :profile and purpose = any(:purposes)")
			.param("profile", profile.id())
			.param("purposes", purposes)
			.update();
	}

	private PendingOptIn optIn(ResultSet row, int number) throws SQLException {
		return new PendingOptIn(new ProfileId(row.getObject("profile_id", UUID.class)),
				Purpose.of(row.getString("purpose")).orElseThrow(),
				row.getObject("at", OffsetDateTime.class).toInstant(),
				Origin.valueOf(row.getString("origin").toUpperCase(java.util.Locale.ROOT)), row.getString("actor_name"),
				row.getString("source"), row.getObject("submission_id", UUID.class),
				new Evidence(this.json.readValue(row.getString("evidence"), new TypeReference<>() {
				})));
	}

}
