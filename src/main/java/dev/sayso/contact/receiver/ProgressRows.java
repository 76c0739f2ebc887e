package dev.sayso.contact.receiver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each receiver was told, and which instance tells it: one at a time, until its
 * lease is over.
 */
@Component
class ProgressRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Duration lease;

	/**
	 * @param lease longer than one message can take
	 */
	ProgressRows(JdbcClient jdbc, Clock clock, @Value("${sayso.receivers.lease:30s}") Duration lease) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.lease = lease;
	}

	/**
	 * @param seq the place before the first change to be told
	 */
	void create(UUID receiver, long seq) {
		this.jdbc.sql("insert into receiver_progress (receiver_id, first_seq, seq) values (?, ?, ?)")
			.params(receiver, seq, seq)
			.update();
	}

	/** Moves where its changes begin. */
	void begin(UUID receiver, long seq) {
		this.jdbc.sql("update receiver_progress set first_seq = ?, seq = ? where receiver_id = ?")
			.params(seq, seq, receiver)
			.update();
	}

	Optional<Progress> find(UUID receiver) {
		return this.jdbc.sql("select * from receiver_progress where receiver_id = ?")
			.param(receiver)
			.query(ProgressRows::progress)
			.optional();
	}

	Progress get(UUID receiver) {
		return find(receiver).orElseThrow();
	}

	/** Whether a receiver has something to be told now. */
	boolean isDue(Receiver receiver) {
		return this.jdbc.sql("""
				select exists (select 1 from receiver_progress g where g.receiver_id = :receiver
					and (g.rest_until is null or g.rest_until <= :now) and (g.claim is null or g.lease_until < :now)
					and (g.snapshot_after is not null or g.seq < (select coalesce(max(seq), 0) from say_change)
						or exists (select 1 from receiver_change d where d.receiver_id = :receiver and d.stage = 'retry'
							and d.next_at <= :now)))""")
			.param("receiver", receiver.id())
			.param("now", utc(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	/** Claims a receiver; empty where another instance tells it. */
	Optional<Progress> claim(UUID receiver, UUID claim) {
		Instant now = this.clock.instant();
		int claimed = this.jdbc.sql("""
				update receiver_progress set claim = ?, lease_until = ?
				where receiver_id = ? and (claim is null or lease_until < ?)""")
			.params(claim, utc(now.plus(this.lease)), receiver, utc(now))
			.update();
		return (claimed == 1) ? find(receiver) : Optional.empty();
	}

	/**
	 * Notes how far it came, and keeps the claim.
	 * @return whether the claim still stood, in the same round; where not nothing is
	 * written
	 */
	boolean save(Progress progress, UUID claim) {
		return this.jdbc
			.sql("""
					update receiver_progress set seq = ?, snapshot_after = ?, failing_since = ?, failures = ?, rest_until = ?,
						lease_until = ?
					where receiver_id = ? and claim = ? and round = ?""")
			.params(progress.seq(), progress.snapshotAfter(), utc(progress.failingSince()), progress.rests(),
					utc(progress.restUntil()), utc(this.clock.instant().plus(this.lease)), progress.receiver(), claim,
					progress.round())
			.update() == 1;
	}

	void release(UUID receiver, UUID claim) {
		this.jdbc
			.sql("update receiver_progress set claim = null, lease_until = null where receiver_id = ? and claim = ?")
			.params(receiver, claim)
			.update();
	}

	/**
	 * Tells what follows a place once more, and what still waits; whoever tells it now
	 * begins anew.
	 */
	void replay(UUID receiver, long seq) {
		this.jdbc.sql("""
				update receiver_progress g set round = round + 1, rest_until = null, seq = least(seq, :seq, coalesce(
					(select min(d.change_seq) - 1 from receiver_change d
						where d.receiver_id = :receiver and d.stage in ('retry', 'behind')
							and d.change_seq > g.first_seq), :seq))
				where receiver_id = :receiver""").param("seq", seq).param("receiver", receiver).update();
		this.jdbc.sql("""
				delete from receiver_change where receiver_id = :receiver and stage in ('retry', 'behind')
					and change_seq > (select g.seq from receiver_progress g where g.receiver_id = :receiver)""")
			.param("receiver", receiver)
			.update();
	}

	/**
	 * Tells what everybody says; whoever tells it now begins with that. What was told in
	 * the round that ends is not told again.
	 */
	void snapshot(UUID receiver) {
		this.jdbc.sql("""
				update receiver_progress set round = round + 1, snapshot_after = ?, rest_until = null
				where receiver_id = ?""").params(Progress.NOBODY, receiver).update();
		this.jdbc.sql("""
				update receiver_change set round = round + 1 where receiver_id = :receiver
					and change_seq > (select g.seq from receiver_progress g where g.receiver_id = :receiver)
					and round = (select g.round - 1 from receiver_progress g where g.receiver_id = :receiver)""")
			.param("receiver", receiver)
			.update();
	}

	/** Tries at once, as if it had never failed. */
	void wake(UUID receiver) {
		this.jdbc.sql("""
				update receiver_progress set failing_since = null, failures = 0, rest_until = null
				where receiver_id = ?""").param(receiver).update();
	}

	/** The same at another address; whoever tells it at the one before notes no more. */
	void move(UUID receiver) {
		wake(receiver);
		this.jdbc.sql("update receiver_progress set claim = null, lease_until = null where receiver_id = ?")
			.param(receiver)
			.update();
	}

	private static Progress progress(ResultSet row, int number) throws SQLException {
		return new Progress(row.getObject("receiver_id", UUID.class), row.getLong("first_seq"), row.getLong("seq"),
				row.getInt("round"), row.getObject("snapshot_after", UUID.class), instant(row, "failing_since"),
				row.getInt("failures"), instant(row, "rest_until"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
