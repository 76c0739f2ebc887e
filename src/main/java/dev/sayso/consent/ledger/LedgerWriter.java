package dev.sayso.consent.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the ledger, which only grows: each entry follows the person's previous one.
 */
@Component
class LedgerWriter {

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final SecureRandom random = new SecureRandom();

	LedgerWriter(JdbcTemplate jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Links link(String head, List<LedgerEntry> entries) {
		String link = head;
		List<Object[]> rows = new ArrayList<>();
		for (LedgerEntry entry : entries) {
			String evidence = entry.evidence().isEmpty() ? null
					: this.json.writeValueAsString(entry.evidence().facts());
			byte[] bytes = new byte[16];
			this.random.nextBytes(bytes);
			String salt = HexFormat.of().formatHex(bytes);
			String commitment = commitment(salt, entry, evidence);
			String hash = link(link, commitment, entry);
			rows.add(row(entry, evidence, salt, commitment, link, hash));
			link = hash;
		}
		return new Links(link, rows);
	}

	/** Entries ready to be appended, and the head of the chain with them. */
	record Links(String head, List<Object[]> rows) {
	}

	void append(Links links) {
		this.jdbc.batchUpdate(
				"""
						insert into ledger_entry (id, profile_id, at, said_at, purpose, before_choice, after_choice, origin, own,
							actor_kind, actor_id, actor_name, reason, source, submission_id, evidence, salt, commitment,
							previous_hash, hash)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				links.rows());
	}

	private static @Nullable Object[] row(LedgerEntry entry, @Nullable String evidence, String salt, String commitment,
			String previous, String hash) {
		return new Object[] { entry.id(), entry.profile().id(), utc(entry.at()), utc(entry.saidAt()), entry.purpose(),
				entry.before(), entry.after(), entry.origin().key(), entry.own(), entry.actor().kind().name(),
				entry.actor().id(), entry.actor().name(), entry.reason(), entry.source(), entry.submission(), evidence,
				salt, commitment, previous, hash };
	}

	static String commitment(String salt, LedgerEntry entry, @Nullable String evidence) {
		return LedgerChain.commitment(salt, entry.profile(), entry.actor().kind(), entry.actor().id(),
				entry.actor().name(), entry.reason(), entry.source(), entry.submission(), evidence);
	}

	static String link(String previous, String commitment, LedgerEntry entry) {
		return LedgerChain.link(previous, commitment, entry.id(), entry.at(), entry.saidAt(), entry.purpose(),
				entry.before(), entry.after(), entry.origin(), entry.own());
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
