package dev.sayso.consent.suppression;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

/**
 * The rows of suppressions and of their history, which only grows, written within the
 * caller's transaction.
 */
@Component
class SuppressionRows {

	private final JdbcClient jdbc;

	private final Suppressions suppressions;

	private final SuppressionHashes hashes;

	private final JsonMapper json;

	private final Clock clock;

	SuppressionRows(JdbcClient jdbc, Suppressions suppressions, SuppressionHashes hashes, JsonMapper json,
			Clock clock) {
		this.jdbc = jdbc;
		this.suppressions = suppressions;
		this.hashes = hashes;
		this.json = json;
		this.clock = clock;
	}

	SuppressionRows at(Clock other) {
		return new SuppressionRows(this.jdbc, this.suppressions, this.hashes, this.json, other);
	}

	Instant now() {
		return this.clock.instant();
	}

	enum Act {

		ADDED, CHANGED, LIFTED;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A change of a suppression.
	 *
	 * @param stands what stood after it, or until it was lifted
	 */
	record Entry(Instant at, Act act, Suppression stands, Actor by, Grounds grounds) {

	}

	/**
	 * What became of an address that is to be kept from being used.
	 *
	 * @param before what stood, in force or not; null where nothing did
	 */
	record Kept(@Nullable Suppression before, Suppression stands, boolean fresh) {

		boolean isChanged() {
			return !this.stands.equals(this.before);
		}

	}

	/**
	 * Keeps an address from being used; what stands already is joined with what is said.
	 * @param address normalised
	 */
	Kept keep(String address, Suppression stated, Actor by) {
		return keep(address, stated, by, Evidence.NONE);
	}

	/**
	 * The same.
	 * @param evidence what proves it
	 */
	Kept keep(String address, Suppression stated, Actor by, Evidence evidence) {
		Grounds grounds = new Grounds(null, evidence);
		Suppression before = this.suppressions.held(stated.channel(), address)
			.stream()
			.filter((suppression) -> suppression.kind() == stated.kind())
			.findFirst()
			.orElse(null);
		if (before == null) {
			if (!insert(address, stated)) {
				return keep(address, stated, by, evidence);
			}
			append(List.of(stated.id()), Act.ADDED, by, grounds);
			return new Kept(null, stated, true);
		}
		boolean ended = !before.isInForce(now());
		Suppression after = before.joined(stated, now());
		if (!after.equals(before)) {
			update(after);
			append(List.of(after.id()), ended ? Act.ADDED : Act.CHANGED, by, grounds);
		}
		return new Kept(before, after, ended);
	}

	/**
	 * Whether somebody lifted the same, with a reason, after that which is stated
	 * happened.
	 */
	boolean isLifted(String address, Suppression stated) {
		return this.jdbc
			.sql("""
					select exists (select 1 from suppression_entry
						where hash = any(:hashes) and kind = :kind and act = 'lifted' and grounds is not null and at > :since)""")
			.param("hashes", this.hashes.hashes(stated.channel(), address).toArray(String[]::new))
			.param("kind", stated.kind().key())
			.param("since", utc(stated.since()))
			.query(Boolean.class)
			.single();
	}

	/** Not where another kept the same address at this moment. */
	private boolean insert(String address, Suppression stated) {
		return this.jdbc.sql("""
				insert into suppression (id, channel, hash, reason, kind, origin, own, since, ends_at, source)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(stated.id(), stated.channel().key(), this.hashes.hash(stated.channel(), address),
					stated.reason().key(), stated.kind().key(), stated.origin().key(), stated.own(),
					utc(stated.since()), utc(stated.until()), stated.source())
			.update() == 1;
	}

	private void update(Suppression after) {
		this.jdbc.sql("""
				update suppression set reason = ?, origin = ?, own = ?, since = ?, ends_at = ?, source = ?
				where id = ?""")
			.params(after.reason().key(), after.origin().key(), after.own(), utc(after.since()), utc(after.until()),
					after.source(), after.id())
			.update();
	}

	void lift(Collection<Suppression> lifted, Actor by, Grounds grounds) {
		List<UUID> ids = this.jdbc.sql("select id from suppression where id = any(:ids) for update")
			.param("ids", lifted.stream().map(Suppression::id).toArray(UUID[]::new))
			.query(UUID.class)
			.list();
		append(ids, Act.LIFTED, by, grounds);
		this.jdbc.sql("delete from suppression where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).update();
	}

	private void append(List<UUID> ids, Act act, Actor by, Grounds grounds) {
		this.jdbc
			.sql("""
					insert into suppression_entry (suppression_id, at, act, channel, hash, kind, reason, origin, own, since, ends_at,
						source, actor_kind, actor_id, actor_name, grounds, evidence)
					select id, cast(:at as timestamp(6) with time zone), :act, channel, hash, kind, reason, origin, own, since,
						ends_at, source, :kind, :actor, :name, :grounds, :evidence
					from suppression where id = any(:ids)""")
			.param("at", utc(now()))
			.param("act", act.key())
			.param("kind", by.kind().name())
			.param("actor", by.id())
			.param("name", by.name())
			.param("grounds", grounds.reason())
			.param("evidence",
					grounds.evidence().isEmpty() ? null : this.json.writeValueAsString(grounds.evidence().facts()))
			.param("ids", ids.toArray(UUID[]::new))
			.update();
	}

	/** The history of a suppression, newest first. */
	List<Entry> entries(UUID id) {
		return this.jdbc.sql("""
				select suppression_id as id, channel, reason, kind, origin, own, since, ends_at, source,
					at, act, actor_kind, actor_id, actor_name, grounds, evidence
				from suppression_entry where suppression_id = ? order by seq desc""")
			.param(id)
			.query(this::entry)
			.list();
	}

	private Entry entry(ResultSet row, int number) throws SQLException {
		String evidence = row.getString("evidence");
		return new Entry(Suppressions.instant(row, "at"), Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
				Suppressions.suppression(row),
				new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id"),
						row.getString("actor_name")),
				new Grounds(row.getString("grounds"),
						(evidence != null) ? new Evidence(this.json.readValue(evidence, new TypeReference<>() {
						})) : Evidence.NONE));
	}

	/**
	 * Takes out of the history of addresses why somebody lifted something, and by what
	 * proof.
	 */
	void forget(Map<Channel, String> addresses) {
		String[] known = addresses.entrySet()
			.stream()
			.flatMap((address) -> this.hashes.hashes(address.getKey(), address.getValue()))
			.toArray(String[]::new);
		this.jdbc.sql("update suppression_entry set grounds = null, evidence = null where hash = any(:hashes)")
			.param("hashes", known)
			.update();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
