package dev.sayso.consent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;

/**
 * Looks through one person's ledger, for histories.
 */
@Component
public class ReadLedger {

	private static final String MATCHES = """
			where profile_id = :profile
				and (cast(:purpose as varchar) is null or purpose = :purpose)
				and (cast(:origin as varchar) is null or origin = :origin)
				and at >= :from and at < :until
			""";

	private static final Instant FIRST = Instant.EPOCH;

	private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

	private final JdbcClient jdbc;

	private final Ledger ledger;

	ReadLedger(JdbcClient jdbc, Ledger ledger) {
		this.jdbc = jdbc;
		this.ledger = ledger;
	}

	/**
	 * The newest entries that match and were written before {@code seq}, newest first.
	 */
	public List<LedgerEntry> find(ProfileId profile, LedgerFilter filter, long seq, int limit) {
		return matching(Ledger.COLUMNS + MATCHES + "and seq < :seq order by seq desc limit :limit", profile, filter)
			.param("seq", seq)
			.param("limit", limit)
			.query(this.ledger::entry)
			.list();
	}

	public int count(ProfileId profile, LedgerFilter filter) {
		return matching("select count(*) from ledger_entry " + MATCHES, profile, filter).query(Integer.class).single();
	}

	/**
	 * The entry about the same purpose before this one.
	 */
	public Optional<LedgerEntry> before(LedgerEntry entry) {
		return find(entry.profile(), new LedgerFilter(entry.purpose(), null, null, null), entry.seq(), 1).stream()
			.findFirst();
	}

	private JdbcClient.StatementSpec matching(String sql, ProfileId profile, LedgerFilter filter) {
		Origin origin = filter.origin();
		return this.jdbc.sql(sql)
			.param("profile", profile.id())
			.param("purpose", filter.purpose())
			.param("origin", (origin != null) ? origin.key() : null)
			.param("from", utc(filter.from(), FIRST))
			.param("until", utc(filter.until(), LAST));
	}

	private static OffsetDateTime utc(@Nullable Instant instant, Instant otherwise) {
		return ((instant != null) ? instant : otherwise).atOffset(ZoneOffset.UTC);
	}

}
