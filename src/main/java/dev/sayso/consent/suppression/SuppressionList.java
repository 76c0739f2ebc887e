package dev.sayso.consent.suppression;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.Suppression.Reason;
import dev.sayso.shared.Channel;

/**
 * The suppressions as lists show them, newest first.
 */
@Component
class SuppressionList {

	/** No list counts further. */
	static final int MOST_COUNTED = 10_000;

	private static final UUID LAST = new UUID(-1, -1);

	private final JdbcClient jdbc;

	private final SuppressionHashes hashes;

	private final Clock clock;

	SuppressionList(JdbcClient jdbc, SuppressionHashes hashes, Clock clock) {
		this.jdbc = jdbc;
		this.hashes = hashes;
		this.clock = clock;
	}

	/**
	 * Which suppressions are listed; what is null lets all through.
	 *
	 * @param inForce those that stand, or those that have ended by themselves
	 * @param addresses normalised, by channel
	 */
	record Query(@Nullable Channel channel, @Nullable Reason reason, @Nullable Boolean inForce,
			@Nullable Map<Channel, String> addresses) {

		private String conditions() {
			return ((this.channel != null) ? " and s.channel = :channel" : "")
					+ ((this.reason != null) ? " and s.reason = :reason" : "")
					+ ((this.inForce == null) ? ""
							: this.inForce ? " and (s.ends_at is null or s.ends_at > :now)" : " and s.ends_at <= :now")
					+ ((this.addresses != null) ? " and s.hash = any(:hashes)" : "");
		}

	}

	/**
	 * @param by the name of who added it
	 * @param people how many have the address
	 * @param inForce whether it has not ended by itself
	 */
	record Row(Suppression stands, String by, int people, boolean inForce) {

	}

	/** Those before one of them, where it is given. */
	List<Row> find(Query query, @Nullable UUID before, int limit) {
		Instant now = this.clock.instant();
		return with(query, now,
				"""
						select s.*, (select count(*) from suppressed_profile d where d.suppression_id = s.id) as people,
							(select e.actor_name from suppression_entry e where e.suppression_id = s.id order by e.seq limit 1) as by_name
						from suppression s where s.id < :before""",
				" order by s.id desc limit :limit")
			.param("before", (before != null) ? before : LAST)
			.param("limit", limit)
			.query((row, number) -> row(row, now))
			.list();
	}

	int count(Query query) {
		return with(query, this.clock.instant(), "select count(*) from (select 1 from suppression s where 1 = 1",
				" limit " + (MOST_COUNTED + 1) + ") counted")
			.query(Integer.class)
			.single();
	}

	private JdbcClient.StatementSpec with(Query query, Instant now, String select, String end) {
		Map<Channel, String> addresses = (query.addresses() != null) ? query.addresses() : Map.of();
		return this.jdbc.sql(select + query.conditions() + end)
			.param("channel", (query.channel() != null) ? query.channel().key() : "")
			.param("reason", (query.reason() != null) ? query.reason().key() : "")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("hashes",
					addresses.entrySet()
						.stream()
						.flatMap((address) -> this.hashes.hashes(address.getKey(), address.getValue()))
						.toArray(String[]::new));
	}

	private static Row row(ResultSet row, Instant now) throws SQLException {
		Suppression suppression = Suppressions.suppression(row);
		String by = row.getString("by_name");
		return new Row(suppression, (by != null) ? by : "", row.getInt("people"), suppression.isInForce(now));
	}

	/** How many stand, by their reason; those of which there are none are left out. */
	Map<Reason, Long> counts() {
		Map<Reason, Long> counts = new EnumMap<>(Reason.class);
		this.jdbc.sql("""
				select reason, count(*) from suppression where ends_at is null or ends_at > :now
				group by reason""").param("now", this.clock.instant().atOffset(ZoneOffset.UTC)).query((row) -> {
			counts.put(Reason.of(row.getString(1)).orElseThrow(), row.getLong(2));
		});
		return new LinkedHashMap<>(counts);
	}

}
