package dev.sayso.consent.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	private static final String MOVE = """
			update say set head = ?, entries = entries + ?, changed_at = ?, changed_origin = ?, changed_by = ?
			where profile_id = ? and head = ? and waiting = ?""";

	private static final String ENTRY = """
			insert into ledger_entry (id, profile_id, at, said_at, purpose, before_choice, after_choice, origin, own,
				actor_kind, actor_id, actor_name, reason, source, submission_id, evidence, salt, commitment,
				previous_hash, hash)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String NEWS = "insert into say_news (id, profile_id) values (?, ?)";

	private static final String CHANGED_CONSENT = """
			update consent set choice = ?, since = ?, said_at = ?, origin = ?, own = ?, actor_name = ?, reason = ?,
				source = ?, ledger_id = ?
			where profile_id = ? and purpose = ?""";

	private static final String CONSENT = """
			insert into consent (choice, since, said_at, origin, own, actor_name, reason, source, ledger_id,
				profile_id, purpose)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

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

	/**
	 * What changes of one person.
	 *
	 * @param read the say as it was read
	 * @param entries one at least
	 * @param consents what the entries lead to
	 * @param mayLift whether that is by the right to lift a person's own no
	 */
	record Change(Say read, List<LedgerEntry> entries, List<Consent> consents, boolean mayLift) {

		ProfileId profile() {
			return this.read.profile();
		}

		Say.Mark mark() {
			return Objects.requireNonNull(this.read.mark());
		}

	}

	/**
	 * A change with its entries chained behind the head of the say that was read, each
	 * behind the person's previous one.
	 *
	 * @param head of the chain with them
	 */
	record Written(Change change, List<@Nullable Object[]> rows, String head) {

		private Object[] move() {
			List<LedgerEntry> entries = this.change.entries();
			LastChange by = entries.get(entries.size() - 1).lastChange();
			return new Object[] { this.head, this.rows.size(), utc(by.at()), by.origin().key(), by.by(),
					this.change.profile().id(), this.change.mark().head(), this.change.mark().waiting() };
		}

	}

	/**
	 * Writes changes of different people: of one in two round trips, of many in one for
	 * each kind of row.
	 * @return those whose say still stood as it was read; of others nothing is written
	 */
	List<Written> write(List<Change> changes) {
		List<Written> moved = move(changes.stream().map(this::link).toList());
		if (!moved.isEmpty()) {
			append(moved);
		}
		return moved;
	}

	private Written link(Change change) {
		String link = change.mark().head();
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (LedgerEntry entry : change.entries()) {
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
		return new Written(change, rows, link);
	}

	/**
	 * Moves the heads of the chains, and holds the says until the transaction ends.
	 */
	private List<Written> move(List<Written> all) {
		if (all.size() == 1) {
			return (this.jdbc.update(MOVE, all.get(0).move()) == 1) ? all : List.of();
		}
		int[] moved = this.jdbc.batchUpdate(MOVE, all.stream().map(Written::move).toList());
		return IntStream.range(0, moved.length).filter((at) -> moved[at] == 1).mapToObj(all::get).toList();
	}

	/**
	 * The feed of changes takes up from the news what became visible, in whatever order.
	 */
	private void append(List<Written> all) {
		Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
		for (Written written : all) {
			for (@Nullable
			Object[] row : written.rows()) {
				rows.computeIfAbsent(ENTRY, (sql) -> new ArrayList<>()).add(row);
				rows.computeIfAbsent(NEWS, (sql) -> new ArrayList<>()).add(new Object[] { row[0], row[1] });
			}
			Say read = written.change().read();
			for (Consent consent : written.change().consents()) {
				rows.computeIfAbsent(read.get(consent.purpose()).isPresent() ? CHANGED_CONSENT : CONSENT,
						(sql) -> new ArrayList<>())
					.add(row(read.profile(), consent));
			}
		}
		if (all.size() == 1) {
			this.jdbc.update(
					rows.entrySet()
						.stream()
						.map((each) -> repeated(each.getKey(), each.getValue().size()))
						.collect(Collectors.joining(";\n")),
					rows.values().stream().flatMap(List::stream).flatMap(Arrays::stream).toArray());
		}
		else {
			rows.forEach(this.jdbc::batchUpdate);
		}
	}

	/** For so many rows: an insert names the values of all of them. */
	private static String repeated(String sql, int rows) {
		return sql.startsWith("insert") ? sql + (", " + sql.substring(sql.lastIndexOf('('))).repeat(rows - 1)
				: String.join(";\n", Collections.nCopies(rows, sql));
	}

	private static @Nullable Object[] row(LedgerEntry entry, @Nullable String evidence, String salt, String commitment,
			String previous, String hash) {
		return new Object[] { entry.id(), entry.profile().id(), utc(entry.at()), utc(entry.saidAt()), entry.purpose(),
				entry.before(), entry.after(), entry.origin().key(), entry.own(), entry.actor().kind().name(),
				entry.actor().id(), entry.actor().name(), entry.reason(), entry.source(), entry.submission(), evidence,
				salt, commitment, previous, hash };
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
