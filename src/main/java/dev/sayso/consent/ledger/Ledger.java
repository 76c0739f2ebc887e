package dev.sayso.consent.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Evidence;
import dev.sayso.person.ChangeFilter;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * The append-only record of every change of a say. Each entry is chained to the person's
 * one before it.
 */
@Component
public class Ledger {

	private static final String COLUMNS = """
			select seq, id, profile_id, at, said_at, purpose, before_choice, after_choice, origin, own, actor_kind, actor_id,
				actor_name, reason, source, submission_id, evidence
			from ledger_entry
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Ledger(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** A person's entries, newest first, those before {@code seq} where it is given. */
	public List<LedgerEntry> list(ProfileId profile, @Nullable Long seq, int limit) {
		return find(profile, LedgerFilter.ALL, (seq != null) ? seq : Long.MAX_VALUE, limit);
	}

	public List<LedgerEntry> find(ProfileId profile, LedgerFilter filter, long seq, int limit) {
		return this.jdbc
			.sql(COLUMNS + "where profile_id = :profile" + filter.conditions()
					+ " and seq < :seq order by seq desc limit :limit")
			.param("profile", profile.id())
			.params(filter.values())
			.param("seq", seq)
			.param("limit", limit)
			.query(this::entry)
			.list();
	}

	/** The entry about the same purpose before this one. */
	public Optional<LedgerEntry> before(LedgerEntry entry) {
		return find(entry.profile(), new LedgerFilter(entry.purpose(), ChangeFilter.ALL), entry.seq(), 1).stream()
			.findFirst();
	}

	/**
	 * The entry about each purpose of some people that stood by then: the newest that was
	 * recorded, but what only tells of an opt-in that was dropped beside it.
	 */
	List<LedgerEntry> standing(Collection<ProfileId> profiles, Instant at) {
		String changes = " %1$s.profile_id = any(:profiles) and %1$s.at <= :at and (%1$s.origin <> 'system'"
				+ " or %1$s.evidence is null or %1$s.evidence not like '%%\"dropped\":%%')";
		return this.jdbc.sql(COLUMNS + " where" + changes.formatted("ledger_entry")
				+ " and not exists (select 1 from ledger_entry later where later.profile_id = ledger_entry.profile_id"
				+ " and later.purpose = ledger_entry.purpose and later.seq > ledger_entry.seq and"
				+ changes.formatted("later") + ")")
			.param("profiles", profiles.stream().map(ProfileId::id).toArray(UUID[]::new))
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query(this::entry)
			.list();
	}

	/** What the product recorded later of some people and had ended by then. */
	List<LedgerEntry> ended(Collection<ProfileId> profiles, Instant at) {
		return this.jdbc.sql(COLUMNS + """
				where profile_id = any(:profiles) and origin = 'system' and after_choice = 'ended' and said_at <= :at
					and at > :at
				order by seq""")
			.param("profiles", profiles.stream().map(ProfileId::id).toArray(UUID[]::new))
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query(this::entry)
			.list();
	}

	public Optional<LedgerEntry> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(this::entry).optional();
	}

	public List<LedgerEntry> ofSubmission(ProfileId profile, UUID submission) {
		return this.jdbc.sql(COLUMNS + "where profile_id = :profile and submission_id = :submission order by seq")
			.param("profile", profile.id())
			.param("submission", submission)
			.query(this::entry)
			.list();
	}

	/**
	 * A person's entries but those that came with another of the same form before them,
	 * newest first, those before {@code seq} where it is given.
	 */
	public List<LedgerEntry> heads(ProfileId profile, @Nullable Long seq, int limit) {
		return this.jdbc.sql(COLUMNS + """
				where profile_id = :profile and seq < :seq and not exists (
					select 1 from ledger_entry earlier
					where earlier.profile_id = :profile and earlier.submission_id = ledger_entry.submission_id
						and earlier.seq < ledger_entry.seq)
				order by seq desc limit :limit""")
			.param("profile", profile.id())
			.param("seq", (seq != null) ? seq : Long.MAX_VALUE)
			.param("limit", limit)
			.query(this::entry)
			.list();
	}

	public int count(ProfileId profile) {
		return count(profile, LedgerFilter.ALL);
	}

	public int count(ProfileId profile, LedgerFilter filter) {
		return this.jdbc.sql("select count(*) from ledger_entry where profile_id = :profile" + filter.conditions())
			.param("profile", profile.id())
			.params(filter.values())
			.query(Integer.class)
			.single();
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
	 * Recomputes the chain of one person, or of the random id that erasure left, to show
	 * that no entry was changed, left out or put in. After erasure the links still
	 * verify; what named the person is gone and cannot be held against its commitment.
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
		return new Link(entry(row, number), row.getString("evidence"), row.getString("salt"),
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

	private LedgerEntry entry(ResultSet row, int number) throws SQLException {
		String evidence = row.getString("evidence");
		return new LedgerEntry(row.getLong("seq"), row.getObject("id", UUID.class),
				new ProfileId(row.getObject("profile_id", UUID.class)), Says.instant(row, "at"),
				Says.instant(row, "said_at"), row.getString("purpose"), row.getString("before_choice"),
				row.getString("after_choice"), Origin.of(row.getString("origin")), row.getBoolean("own"),
				new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id"),
						row.getString("actor_name")),
				row.getString("reason"), row.getString("source"), row.getObject("submission_id", UUID.class),
				(evidence != null) ? new Evidence(this.json.readValue(evidence, new TypeReference<>() {
				})) : Evidence.NONE);
	}

}
