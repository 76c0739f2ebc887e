package dev.sayso.consent.suppression;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.store.ManyValues;

/**
 * Addresses that must not be used. The store knows them by a keyed hash alone, so that it
 * says nothing about people who are gone.
 */
@Component
public class Suppressions {

	/** What is selected to read a suppression. */
	public static final String COLUMNS = "id, channel, reason, kind, origin, own, since, ends_at, source";

	/** For more people than that, one looks first whether there is anything to find. */
	private static final int FEW = 100;

	private final JdbcClient jdbc;

	private final SuppressionHashes hashes;

	private final Clock clock;

	private final ManyValues many;

	Suppressions(JdbcClient jdbc, SuppressionHashes hashes, ManyValues many, Clock clock) {
		this.many = many;
		this.jdbc = jdbc;
		this.hashes = hashes;
		this.clock = clock;
	}

	public Optional<Suppression> find(UUID id) {
		return this.jdbc.sql("select " + COLUMNS + " from suppression where id = ?")
			.param(id)
			.query((row, number) -> suppression(row))
			.optional();
	}

	/** What suppresses any of these addresses, or did until it ended by itself. */
	public List<Suppression> find(Map<Channel, String> addresses) {
		return ofEach(Map.of(addresses, addresses)).getOrDefault(addresses, List.of());
	}

	/**
	 * Whether nothing arrives at an address, so that not even what is asked for goes
	 * there.
	 */
	public boolean isUndeliverable(Channel channel, String address) {
		Instant now = this.clock.instant();
		return find(Map.of(channel, address)).stream()
			.anyMatch((suppression) -> suppression.kind() == Suppression.Kind.UNDELIVERABLE
					&& suppression.isInForce(now));
	}

	/**
	 * What suppresses any address of each of these people, in one query; those of whom
	 * nothing is suppressed are left out.
	 * @param people each with their addresses, normalised, by channel
	 */
	public <T> Map<T, List<Suppression>> ofEach(Map<T, Map<Channel, String>> people) {
		boolean none = people.size() > FEW
				&& this.jdbc.sql("select not exists (select 1 from suppression)").query(Boolean.class).single();
		return none ? Map.of() : ofEach(people, standing(people), null);
	}

	/** What suppresses each of these addresses, held until the transaction ends. */
	<T> Map<T, List<Suppression>> held(Map<T, Map<Channel, String>> addresses) {
		return ofEach(addresses, standing(addresses) + " for update", null);
	}

	private String standing(Map<?, ?> people) {
		return "select hash, " + COLUMNS + " from suppression where "
				+ ((people.size() > FEW) ? this.many.among("hash", "hashes") : "hash = any(:hashes)")
				+ " order by since";
	}

	/** The same as it was recorded by then. */
	public <T> Map<T, List<Suppression>> ofEach(Map<T, Map<Channel, String>> people, Instant at) {
		return ofEach(people,
				"""
						select e.hash, e.suppression_id as id, e.channel, e.reason, e.kind, e.origin, e.own, e.since, e.ends_at, e.source
						from suppression_entry e
						where e.hash = any(:hashes) and e.at <= :at and e.act <> 'lifted' and not exists (
							select 1 from suppression_entry later
							where later.suppression_id = e.suppression_id and later.seq > e.seq and later.at <= :at)
						order by e.since""",
				at);
	}

	private <T> Map<T, List<Suppression>> ofEach(Map<T, Map<Channel, String>> people, String query,
			@Nullable Instant at) {
		Map<String, List<T>> owners = new HashMap<>();
		people
			.forEach((owner, addresses) -> addresses.forEach((channel, address) -> this.hashes.hashes(channel, address)
				.forEach((hash) -> owners.computeIfAbsent(hash, (key) -> new ArrayList<>()).add(owner))));
		Map<T, List<Suppression>> suppressions = new HashMap<>();
		if (!owners.isEmpty()) {
			this.jdbc.sql(query)
				.param("hashes", owners.keySet().toArray(String[]::new))
				.param("at", (at != null) ? at.atOffset(ZoneOffset.UTC) : null)
				.query((row) -> {
					Suppression suppression = suppression(row);
					owners.get(row.getString("hash"))
						.forEach((owner) -> suppressions.computeIfAbsent(owner, (key) -> new ArrayList<>())
							.add(suppression));
				});
		}
		return suppressions;
	}

	/** The suppression of a row that has {@link #COLUMNS}. */
	public static Suppression suppression(ResultSet row) throws SQLException {
		return new Suppression(row.getObject("id", UUID.class), Channel.of(row.getString("channel")).orElseThrow(),
				Suppression.Reason.of(row.getString("reason")).orElseThrow(),
				Suppression.Kind.of(row.getString("kind")), Origin.of(row.getString("origin")), row.getBoolean("own"),
				instant(row, "since"), (row.getObject("ends_at") != null) ? instant(row, "ends_at") : null,
				row.getString("source"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
