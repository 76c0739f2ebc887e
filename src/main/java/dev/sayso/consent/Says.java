package dev.sayso.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;

/**
 * What people have said, as it stands now. Read by many, written by {@link RecordSay}
 * alone.
 */
@Component
public class Says {

	private static final String COLUMNS = """
			select profile_id, purpose, choice, since, said_at, origin, own, actor_name, reason, source, ledger_id
			from consent
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	Says(JdbcClient jdbc, JdbcTemplate batch) {
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/**
	 * What one person has said; somebody unknown has said nothing.
	 */
	public Say of(ProfileId profile) {
		return Say.of(profile,
				this.jdbc.sql(COLUMNS + "where profile_id = :profile")
					.param("profile", profile.id())
					.query(Says::consent)
					.list());
	}

	/**
	 * What each of these people has said, in one query.
	 */
	public Map<ProfileId, Say> of(Collection<ProfileId> profiles) {
		Map<ProfileId, List<Consent>> consents = new HashMap<>();
		profiles.forEach((profile) -> consents.put(profile, new ArrayList<>()));
		UUID[] ids = profiles.stream().map(ProfileId::id).toArray(UUID[]::new);
		if (ids.length > 0) {
			this.jdbc.sql(COLUMNS + "where profile_id = any(:ids)").param("ids", ids).query((row) -> {
				consents.get(new ProfileId(row.getObject("profile_id", UUID.class))).add(consent(row, 0));
			});
		}
		return consents.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> Say.of(entry.getKey(), entry.getValue())));
	}

	/**
	 * Opens the say of somebody new, in the transaction that creates them.
	 */
	public void open(ProfileId profile, LastChange by) {
		this.jdbc.sql("""
				insert into say (profile_id, head, entries, changed_at, changed_origin, changed_by)
				values (:profile, :head, 0, :at, :origin, :by)""")
			.param("profile", profile.id())
			.param("head", Chain.START)
			.param("at", utc(by.at()))
			.param("origin", by.origin().key())
			.param("by", by.by())
			.update();
	}

	/**
	 * Notes that something else about the person changed, so that lists show one last
	 * change.
	 */
	public void touch(ProfileId profile, LastChange by) {
		this.batch.update("update say set changed_at = ?, changed_origin = ?, changed_by = ? where profile_id = ?",
				utc(by.at()), by.origin().key(), by.by(), profile.id());
	}

	/**
	 * When something about a person changed last, and by whom.
	 *
	 * @param by a name; the page or file for the person's own and an import's changes
	 */
	public record LastChange(Instant at, Origin origin, String by) {

	}

	/**
	 * Holds the person's say until the transaction ends, so that changes come one after
	 * the other.
	 * @return the head of their chain; empty for somebody unknown
	 */
	Optional<String> lock(ProfileId profile) {
		return this.jdbc.sql("select head from say where profile_id = :profile for update")
			.param("profile", profile.id())
			.query(String.class)
			.optional();
	}

	/**
	 * Writes consents and moves the head of the chain.
	 */
	void save(Say before, List<Consent> changed, String head, LedgerEntry last, int entries) {
		List<Object[]> updates = new ArrayList<>();
		List<Object[]> inserts = new ArrayList<>();
		for (Consent consent : changed) {
			(before.get(consent.purpose()).isPresent() ? updates : inserts).add(row(before.profile(), consent));
		}
		if (!updates.isEmpty()) {
			this.batch.batchUpdate(
					"""
							update consent set choice = ?, since = ?, said_at = ?, origin = ?, own = ?, actor_name = ?, reason = ?,
								source = ?, ledger_id = ?
							where profile_id = ? and purpose = ?""",
					updates);
		}
		if (!inserts.isEmpty()) {
			this.batch.batchUpdate("""
					insert into consent (choice, since, said_at, origin, own, actor_name, reason, source, ledger_id,
						profile_id, purpose)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", inserts);
		}
		this.batch.update("""
				update say set head = ?, entries = entries + ?, changed_at = ?, changed_origin = ?, changed_by = ?
				where profile_id = ?""", head, entries, last.at().atOffset(ZoneOffset.UTC), last.origin().key(),
				label(last), before.profile().id());
	}

	/**
	 * A page, and a file that brings many, tell more than who is behind them.
	 */
	private static String label(LedgerEntry last) {
		boolean bySource = last.origin() == Origin.IMPORT || last.actor().name().isEmpty();
		return (bySource && last.source() != null) ? last.source() : last.actor().name();
	}

	/**
	 * What XDM defines and Sayso does not use, kept as it came (a JSON object).
	 */
	public Optional<String> extras(ProfileId profile) {
		return this.jdbc.sql("select extras from say where profile_id = :profile and extras is not null")
			.param("profile", profile.id())
			.query(String.class)
			.optional();
	}

	void keepExtras(ProfileId profile, @Nullable String extras) {
		this.jdbc.sql("update say set extras = :extras where profile_id = :profile")
			.param("extras", extras)
			.param("profile", profile.id())
			.update();
	}

	private static Object[] row(ProfileId profile, Consent consent) {
		return new Object[] { consent.choice().value(), utc(consent.since()), utc(consent.saidAt()),
				consent.origin().key(), consent.own(), consent.actor(), consent.reason(), consent.source(),
				consent.ledgerId(), profile.id(), consent.purpose().key() };
	}

	private static Consent consent(ResultSet row, int number) throws SQLException {
		return new Consent(Purpose.of(row.getString("purpose")).orElseThrow(),
				Choice.of(row.getString("choice")).orElseThrow(), instant(row, "since"), instant(row, "said_at"),
				Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)), row.getBoolean("own"),
				row.getString("actor_name"), row.getString("reason"), row.getString("source"),
				row.getObject("ledger_id", UUID.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
