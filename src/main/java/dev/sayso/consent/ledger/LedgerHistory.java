package dev.sayso.consent.ledger;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.ChangeFilter;
import dev.sayso.shared.ProfileId;

/**
 * Reads one person's ledger, filtered and in pages.
 */
@Component
public class LedgerHistory {

	private static final String THEIRS = "where profile_id = :profile";

	private final JdbcClient jdbc;

	private final Ledger ledger;

	LedgerHistory(JdbcClient jdbc, Ledger ledger) {
		this.jdbc = jdbc;
		this.ledger = ledger;
	}

	/**
	 * The newest entries that match and were written before {@code seq}, newest first.
	 */
	public List<LedgerEntry> find(ProfileId profile, LedgerFilter filter, long seq, int limit) {
		return this.jdbc
			.sql(Ledger.COLUMNS + THEIRS + filter.conditions() + " and seq < :seq order by seq desc limit :limit")
			.param("profile", profile.id())
			.params(filter.values())
			.param("seq", seq)
			.param("limit", limit)
			.query(this.ledger::entry)
			.list();
	}

	public int count(ProfileId profile, LedgerFilter filter) {
		return this.jdbc.sql("select count(*) from ledger_entry " + THEIRS + filter.conditions())
			.param("profile", profile.id())
			.params(filter.values())
			.query(Integer.class)
			.single();
	}

	/**
	 * The entry about the same purpose before this one.
	 */
	public Optional<LedgerEntry> before(LedgerEntry entry) {
		return find(entry.profile(), new LedgerFilter(entry.purpose(), ChangeFilter.ALL), entry.seq(), 1).stream()
			.findFirst();
	}

}
