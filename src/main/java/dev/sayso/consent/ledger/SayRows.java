package dev.sayso.consent.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.LastChange;
import dev.sayso.consent.Say;
import dev.sayso.person.ProfileSaved;
import dev.sayso.shared.ProfileId;

/**
 * The rows of people's says and of the ledger, which only grows, written within the
 * caller's transaction.
 */
@Component
class SayRows {

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final SecureRandom random = new SecureRandom();

	SayRows(JdbcTemplate jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Opens the say of whoever is new before anything else is told of them, and notes
	 * each edit, so that lists show one last change.
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void open(ProfileSaved saved) {
		String by = saved.by().label();
		String origin = saved.by().origin().key();
		if (saved.created()) {
			this.jdbc.update("""
					insert into say (profile_id, head, entries, changed_at, changed_origin, changed_by)
					values (?, ?, 0, ?, ?, ?)""", saved.profile().id(), LedgerChain.START, utc(saved.at()), origin, by);
		}
		else {
			this.jdbc.update("update say set changed_at = ?, changed_origin = ?, changed_by = ? where profile_id = ?",
					utc(saved.at()), origin, by, saved.profile().id());
		}
	}

	/** Chains entries behind the head: each follows the person's previous one. */
	Links link(String head, List<LedgerEntry> entries) {
		String link = head;
		List<Object[]> rows = new ArrayList<>();
		for (LedgerEntry entry : entries) {
			String evidence = entry.evidence().isEmpty() ? null
					: this.json.writeValueAsString(entry.evidence().facts());
			byte[] bytes = new byte[16];
			this.random.nextBytes(bytes);
			String salt = HexFormat.of().formatHex(bytes);
			String commitment = LedgerChain.commitment(salt, entry, evidence);
			String hash = LedgerChain.link(link, commitment, entry);
			rows.add(row(entry, evidence, salt, commitment, link, hash));
			link = hash;
		}
		return new Links(link, rows);
	}

	/** Entries ready to be appended, and the head of the chain with them. */
	record Links(String head, List<Object[]> rows) {
	}

	/**
	 * Appends entries and puts the consents they lead to beside them, in one round trip.
	 */
	void append(Links links, Say before, List<Consent> changed) {
		List<String> statements = new ArrayList<>();
		List<@Nullable Object> values = new ArrayList<>();
		for (@Nullable
		Object[] row : links.rows()) {
			statements
				.add("""
						insert into ledger_entry (id, profile_id, at, said_at, purpose, before_choice, after_choice, origin, own,
							actor_kind, actor_id, actor_name, reason, source, submission_id, evidence, salt, commitment,
							previous_hash, hash)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
			Collections.addAll(values, row);
		}
		// the feed of changes takes up from here what became visible, in whatever order
		statements.add("insert into say_news (id, profile_id) values "
				+ String.join(", ", Collections.nCopies(links.rows().size(), "(?, ?)")));
		for (@Nullable
		Object[] row : links.rows()) {
			values.add(row[0]);
			values.add(row[1]);
		}
		for (Consent consent : changed) {
			statements.add(before.get(consent.purpose()).isPresent()
					? """
							update consent set choice = ?, since = ?, said_at = ?, origin = ?, own = ?, actor_name = ?, reason = ?,
								source = ?, ledger_id = ?
							where profile_id = ? and purpose = ?"""
					: """
							insert into consent (choice, since, said_at, origin, own, actor_name, reason, source, ledger_id,
								profile_id, purpose)
							values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
			Collections.addAll(values, row(before.profile(), consent));
		}
		this.jdbc.update(String.join(";\n", statements), values.toArray());
	}

	private static @Nullable Object[] row(LedgerEntry entry, @Nullable String evidence, String salt, String commitment,
			String previous, String hash) {
		return new Object[] { entry.id(), entry.profile().id(), utc(entry.at()), utc(entry.saidAt()), entry.purpose(),
				entry.before(), entry.after(), entry.origin().key(), entry.own(), entry.actor().kind().name(),
				entry.actor().id(), entry.actor().name(), entry.reason(), entry.source(), entry.submission(), evidence,
				salt, commitment, previous, hash };
	}

	/**
	 * Moves the head of the person's chain, and holds their say until the transaction
	 * ends.
	 * @param read where it was read
	 * @return whether that still stood; where it did not nothing is written
	 */
	boolean move(ProfileId profile, Say.Mark read, Links links, LastChange by) {
		return this.jdbc.update("""
				update say set head = ?, entries = entries + ?, changed_at = ?, changed_origin = ?, changed_by = ?
				where profile_id = ? and head = ? and waiting = ?""", links.head(), links.rows().size(), utc(by.at()),
				by.origin().key(), by.by(), profile.id(), read.head(), read.waiting()) == 1;
	}

	void keepExtras(ProfileId profile, String extras) {
		this.jdbc.update("update say set extras = ? where profile_id = ?", extras, profile.id());
	}

	private static Object[] row(ProfileId profile, Consent consent) {
		return new Object[] { consent.choice().value(), utc(consent.since()), utc(consent.saidAt()),
				consent.origin().key(), consent.own(), consent.actor(), consent.reason(), consent.source(),
				consent.ledgerId(), profile.id(), consent.purpose().key() };
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
