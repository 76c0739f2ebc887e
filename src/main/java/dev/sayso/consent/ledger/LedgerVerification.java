package dev.sayso.consent.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.shared.ProfileId;

/**
 * Recomputes a person's chain from its rows, to show that no entry was changed, left out
 * or put in. After erasure the links still verify; what named the person is gone and
 * cannot be held against its commitment.
 */
@Component
public class LedgerVerification {

	private final JdbcClient jdbc;

	private final Ledger ledger;

	LedgerVerification(JdbcClient jdbc, Ledger ledger) {
		this.jdbc = jdbc;
		this.ledger = ledger;
	}

	/**
	 * The result of a verification.
	 *
	 * @param entries how many entries hold
	 * @param broken the first entry that does not; null where all do
	 */
	public record Proof(int entries, @Nullable UUID broken) {

		public boolean holds() {
			return this.broken == null;
		}

	}

	/**
	 * Verifies the chain of one person, or of the random id that erasure left.
	 */
	@Transactional(readOnly = true)
	public Proof verify(ProfileId profile) {
		List<Link> links = this.jdbc.sql("select * from ledger_entry where profile_id = :profile order by seq")
			.param("profile", profile.id())
			.query(this::link)
			.list();
		String head = LedgerChain.START;
		for (int number = 0; number < links.size(); number++) {
			Link link = links.get(number);
			if (!link.follows(head)) {
				return new Proof(number, link.entry().id());
			}
			head = link.hash();
		}
		return isHead(profile, head, links.size()) ? new Proof(links.size(), null)
				: new Proof(links.size(), links.isEmpty() ? profile.id() : links.get(links.size() - 1).entry().id());
	}

	private boolean isHead(ProfileId profile, String head, int entries) {
		return this.jdbc.sql("select head, entries from say where profile_id = :profile")
			.param("profile", profile.id())
			.query((row, number) -> row.getString(1).equals(head) && row.getInt(2) == entries)
			.optional()
			.orElse(entries == 0);
	}

	private Link link(ResultSet row, int number) throws SQLException {
		return new Link(this.ledger.entry(row, number), row.getString("evidence"), row.getString("salt"),
				row.getString("commitment"), row.getString("previous_hash"), row.getString("hash"));
	}

	private record Link(LedgerEntry entry, @Nullable String evidence, @Nullable String salt, String commitment,
			String previous, String hash) {

		boolean follows(String head) {
			boolean committed = this.salt == null
					|| this.commitment.equals(LedgerChain.commitment(this.salt, this.entry, this.evidence));
			return committed && this.previous.equals(head)
					&& this.hash.equals(LedgerChain.link(this.previous, this.commitment, this.entry));
		}

	}

}
