package dev.sayso.contact.receiver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.contact.feed.SayChange;
import dev.sayso.contact.feed.SayChanges;

/**
 * The log of what was sent to a receiver, newest first.
 */
@Component
class Deliveries {

	private static final String FAILED = " and d.stage in ('retry', 'failed')";

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One change that was sent, or waits behind another of the same person.
	 *
	 * @param stage how far it came
	 * @param answer a status, or why there was none; null where it was not tried
	 */
	record Delivery(SayChange change, String stage, int attempts, @Nullable Instant next, @Nullable String answer,
			int tookMillis, @Nullable Instant tried) {

		public boolean taken() {
			return this.answer != null && this.answer.startsWith("2") && this.answer.length() == 3;
		}

		public boolean hasStatus() {
			return this.answer != null && this.answer.length() == 3 && Character.isDigit(this.answer.charAt(0));
		}

	}

	/**
	 * @param failed whether those alone that were not taken
	 * @param before the place of the change before which they come
	 */
	List<Delivery> list(Receiver receiver, boolean failed, long before, int limit) {
		return this.jdbc
			.sql("select " + SayChanges.COLUMNS + """
					, d.stage, d.attempts, d.next_at, d.answer, d.took_ms, d.tried_at
					from receiver_change d join say_change c on c.seq = d.change_seq
					left join profile p on p.id = c.profile_id
					where d.receiver_id = :receiver and d.change_seq < :before""" + (failed ? FAILED : "")
					+ " order by d.change_seq desc limit :limit")
			.param("receiver", receiver.id())
			.param("before", before)
			.param("limit", limit)
			.query(Deliveries::delivery)
			.list();
	}

	/** Whether something was not taken and is tried again. */
	boolean isRetrying(Receiver receiver) {
		return this.jdbc
			.sql("""
					select exists (select 1 from receiver_change where receiver_id = ? and stage = 'retry' and attempts > 0)""")
			.param(receiver.id())
			.query(Boolean.class)
			.single();
	}

	/** A snapshot goes by the ids of people. */
	ReceiverDetails.SnapshotCount countTold(UUID after) {
		return this.jdbc.sql("select count(case when id <= ? then 1 end) as told, count(*) as people from profile")
			.param(after)
			.query((row, number) -> new ReceiverDetails.SnapshotCount(row.getLong("told"), row.getLong("people")))
			.single();
	}

	long countFailed(Receiver receiver) {
		return this.jdbc
			.sql("select count(*) from (select 1 from receiver_change d where d.receiver_id = ?" + FAILED
					+ " limit 10001) counted")
			.param(receiver.id())
			.query(Long.class)
			.single();
	}

	private static Delivery delivery(ResultSet row, int number) throws SQLException {
		return new Delivery(SayChanges.change(row, number), row.getString("stage"), row.getInt("attempts"),
				instant(row, "next_at"), row.getString("answer"), row.getInt("took_ms"), instant(row, "tried_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

}
