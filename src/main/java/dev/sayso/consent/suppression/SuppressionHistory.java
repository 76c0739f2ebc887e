package dev.sayso.consent.suppression;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.store.ManyValues;

/**
 * The history of suppressions, which only grows, written within the caller's transaction.
 */
@Component
class SuppressionHistory {

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	private final SuppressionHashes hashes;

	private final ManyValues many;

	private final JsonMapper json;

	SuppressionHistory(JdbcClient jdbc, JdbcTemplate batch, SuppressionHashes hashes, ManyValues many,
			JsonMapper json) {
		this.many = many;
		this.jdbc = jdbc;
		this.batch = batch;
		this.hashes = hashes;
		this.json = json;
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

	/** Appends what became of suppressions, as they stand. */
	void append(List<Entry> entries) {
		if (!entries.isEmpty()) {
			this.batch.batchUpdate(
					"""
							insert into suppression_entry (suppression_id, at, act, channel, hash, kind, reason, origin, own, since, ends_at,
								source, actor_kind, actor_id, actor_name, grounds, evidence)
							select id, cast(? as timestamp(6) with time zone), ?, channel, hash, kind, reason, origin, own, since,
								ends_at, source, ?, ?, ?, ?, ?
							from suppression where id = ?""",
					entries.stream().map(this::row).toList());
		}
	}

	private @Nullable Object[] row(Entry entry) {
		Actor by = entry.by();
		Evidence evidence = entry.grounds().evidence();
		return new Object[] { SuppressionRows.utc(entry.at()), entry.act().key(), by.kind().name(), by.id(), by.name(),
				entry.grounds().reason(), evidence.isEmpty() ? null : this.json.writeValueAsString(evidence.facts()),
				entry.stands().id() };
	}

	/**
	 * Which of them somebody lifted, with a reason, after that which is stated happened.
	 */
	Set<StatedSuppression> lifted(Collection<StatedSuppression> all) {
		Map<String, Set<StatedSuppression>> stated = new HashMap<>();
		all.forEach((each) -> this.hashes.hashes(each.suppression().channel(), each.address())
			.forEach((hash) -> stated.computeIfAbsent(hash, (key) -> new HashSet<>()).add(each)));
		Set<StatedSuppression> lifted = new HashSet<>();
		this.jdbc.sql("select hash, kind, max(at) as lifted_at from suppression_entry where "
				+ this.many.among("hash", "hashes") + " and act = 'lifted' and grounds is not null group by hash, kind")
			.param("hashes", stated.keySet().toArray(String[]::new))
			.query((row) -> {
				Suppression.Kind kind = Suppression.Kind.of(row.getString("kind"));
				Instant at = Suppressions.instant(row, "lifted_at");
				stated.get(row.getString("hash"))
					.stream()
					.filter((each) -> each.suppression().kind() == kind && at.isAfter(each.suppression().since()))
					.forEach(lifted::add);
			});
		return lifted;
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

}
