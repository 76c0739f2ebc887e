package dev.sayso.contact.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.shared.Channel;

/**
 * Events as lists show them, those told last first, and how many each sender told.
 */
@Component
class MessageEventList {

	/** What senders told in so long is counted. */
	static final Duration LATELY = Duration.ofDays(7);

	/** No list counts further. */
	private static final int MOST_COUNTED = 10_000;

	private static final UUID LAST = new UUID(-1, -1);

	private final JdbcClient jdbc;

	private final MessageEventRows rows;

	MessageEventList(JdbcClient jdbc, MessageEventRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/**
	 * Which events are listed; what is null lets all through.
	 *
	 * @param addresses normalised, by channel
	 */
	record Query(@Nullable Kind kind, @Nullable Effect effect, @Nullable Channel channel, @Nullable String sender,
			@Nullable Map<Channel, String> addresses) {

		private String conditions() {
			return ((this.kind != null) ? " and e.kind = :kind" : "")
					+ ((this.effect != null) ? " and e.effect = :effect" : "")
					+ ((this.channel != null) ? " and e.channel = :channel" : "")
					+ ((this.sender != null) ? " and e.sender = :sender" : "")
					+ ((this.addresses != null) ? " and e.hash = any(:hashes)" : "");
		}

	}

	/**
	 * @param suppression what suppresses the address since; null where nothing does
	 */
	record Row(UUID id, Kind kind, Channel channel, Instant at, String sender, @Nullable String message,
			@Nullable String diagnostic, Effect effect, @Nullable UUID suppression) {

	}

	/**
	 * What one sender told lately.
	 *
	 * @param burst the most bounces and complaints of one hour
	 * @param burstAt that hour; null where there was none
	 */
	record SenderCounts(String sender, Map<Kind, Long> events, long burst, @Nullable Instant burstAt) {

		/** How many of any of these kinds. */
		long sum(Kind... kinds) {
			long many = 0;
			for (Kind kind : kinds) {
				many += this.events.getOrDefault(kind, 0L);
			}
			return many;
		}

		public long sent() {
			return sum(Kind.SENT);
		}

		public long delivered() {
			return sum(Kind.DELIVERED);
		}

		public long bounces() {
			return sum(Kind.SOFT_BOUNCE, Kind.HARD_BOUNCE, Kind.CARRIER_STOP);
		}

		public long complaints() {
			return sum(Kind.COMPLAINT);
		}

		public long noes() {
			return sum(Kind.UNSUBSCRIBE, Kind.REPLY);
		}

	}

	/** Those before one of them, where it is given. */
	List<Row> find(Query query, @Nullable UUID before, int limit) {
		return with(query, "select e.* from message_event e where e.id < :before", " order by e.id desc limit :limit")
			.param("before", (before != null) ? before : LAST)
			.param("limit", limit)
			.query(MessageEventList::row)
			.list();
	}

	int count(Query query) {
		return with(query, "select count(*) from (select 1 from message_event e where 1 = 1",
				" limit " + (MOST_COUNTED + 1) + ") counted")
			.query(Integer.class)
			.single();
	}

	private JdbcClient.StatementSpec with(Query query, String select, String end) {
		return this.jdbc.sql(select + query.conditions() + end)
			.param("kind", (query.kind() != null) ? query.kind().key() : "")
			.param("effect", (query.effect() != null) ? query.effect().key() : "")
			.param("channel", (query.channel() != null) ? query.channel().key() : "")
			.param("sender", (query.sender() != null) ? query.sender() : "")
			.param("hashes", (query.addresses() != null) ? this.rows.hashes(query.addresses()) : new String[0]);
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getObject("id", UUID.class), Kind.of(row.getString("kind")),
				Channel.of(row.getString("channel")).orElseThrow(), instant(row, "at"), row.getString("sender"),
				row.getString("message"), row.getString("diagnostic"), Effect.of(row.getString("effect")),
				row.getObject("suppression_id", UUID.class));
	}

	/** What each sender told since then, by name. */
	List<SenderCounts> counts(Instant since) {
		Map<String, Map<Kind, Long>> events = new LinkedHashMap<>();
		this.jdbc.sql("""
				select sender, kind, sum(events) from message_event_count where hour_at >= :since
				group by sender, kind order by sender""").param("since", MessageEventRows.utc(since)).query((row) -> {
			events.computeIfAbsent(row.getString(1), (sender) -> new EnumMap<>(Kind.class))
				.put(Kind.of(row.getString(2)), row.getLong(3));
		});
		return events.entrySet().stream().map((sender) -> counts(sender.getKey(), sender.getValue(), since)).toList();
	}

	private SenderCounts counts(String sender, Map<Kind, Long> events, Instant since) {
		return this.jdbc.sql("""
				select hour_at, sum(events) as many from message_event_count
				where sender = :sender and hour_at >= :since
					and kind in ('soft-bounce', 'hard-bounce', 'carrier-stop', 'complaint')
				group by hour_at order by many desc, hour_at desc limit 1""")
			.param("sender", sender)
			.param("since", MessageEventRows.utc(since))
			.query((row, number) -> new SenderCounts(sender, events, row.getLong("many"), instant(row, "hour_at")))
			.optional()
			.orElse(new SenderCounts(sender, events, 0, null));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
