package dev.sayso.contact.receiver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.contact.feed.SayChange;
import dev.sayso.contact.feed.SayChanges;

/**
 * Which noes each receiver has obeyed, and which of the others it should have. Who came
 * first is due first, so that one moment divides what is overdue from the rest.
 */
@Component
class OptOutClock {

	/** No list counts further. */
	static final int MOST_COUNTED = 10_000;

	private static final Duration LATELY = Duration.ofDays(30);

	/** How long before it is over time is short. */
	private static final Duration SOON = Duration.ofHours(6);

	/** What it does not know, though it may have been tried. */
	private static final String UNKNOWN = """
			from say_change c left join profile p on p.id = c.profile_id
			left join receiver_change d on d.receiver_id = :receiver and d.change_seq = c.seq
			where c.obey and c.seq > :seq and d.change_seq is null""";

	/** What stands in the store for it, and was said since it is one. */
	private static final String NOTED = """
			from receiver_change d join say_change c on c.seq = d.change_seq
			join receiver_progress g on g.receiver_id = d.receiver_id
			left join profile p on p.id = c.profile_id
			where d.receiver_id = :receiver and d.stage = any(:stages) and c.obey and c.seq > g.first_seq""";

	private final JdbcClient jdbc;

	private final ProgressRows progress;

	private final BusinessDays days;

	private final Clock clock;

	OptOutClock(JdbcClient jdbc, ProgressRows progress, BusinessDays days, Clock clock) {
		this.jdbc = jdbc;
		this.progress = progress;
		this.days = days;
		this.clock = clock;
	}

	/**
	 * Which of the noes are meant.
	 */
	enum Which {

		OPEN(true, "fetched", "retry", "behind", "failed"), WAITING(true, "retry", "behind", "failed"),
		FETCHED(false, "fetched"), DONE(false, "done");

		private final boolean unknown;

		private final String[] stages;

		Which(boolean unknown, String... stages) {
			this.unknown = unknown;
			this.stages = stages;
		}

		static Optional<Which> of(String key) {
			return List.of(values()).stream().filter((which) -> which.key().equals(key)).findFirst();
		}

		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * How a receiver stands.
	 *
	 * @param done of the last 30 days
	 * @param overdue of those that are not done
	 * @param soon of those that are not done how many are due within hours
	 * @param oldest when the oldest was said that is not done; null where all is
	 * @param due when that is due
	 */
	record Standing(long waiting, long fetched, long done, long overdue, long soon, @Nullable Instant oldest,
			@Nullable Instant due) {

		public long open() {
			return this.waiting + this.fetched;
		}

	}

	/**
	 * A no at a receiver.
	 *
	 * @param due when it has to be obeyed
	 * @param fetched when the receiver came to know; null where it does not
	 * @param done when it was obeyed; null where it was not
	 * @param by who said so
	 */
	record Duty(SayChange change, Instant due, boolean overdue, @Nullable Instant fetched, @Nullable Instant done,
			@Nullable String by) {

	}

	private record Part(long count, long overdue, long soon, @Nullable Instant oldest) {

	}

	Standing read(Receiver receiver) {
		Instant now = this.clock.instant();
		long seq = this.progress.get(receiver.id()).seq();
		Part unknown = part(receiver, UNKNOWN + SayChanges.about(receiver.channelSet()), seq, Which.WAITING, now);
		Part waiting = part(receiver, NOTED, seq, Which.WAITING, now);
		Part fetched = part(receiver, NOTED, seq, Which.FETCHED, now);
		Instant oldest = first(first(unknown.oldest(), waiting.oldest()), fetched.oldest());
		return new Standing(unknown.count() + waiting.count(), fetched.count(), done(receiver, now),
				unknown.overdue() + waiting.overdue() + fetched.overdue(),
				unknown.soon() + waiting.soon() + fetched.soon(), oldest,
				(oldest != null) ? this.days.due(receiver.time(), oldest) : null);
	}

	private Part part(Receiver receiver, String from, long seq, Which which, Instant now) {
		return this.jdbc.sql("""
				select count(*) as noes, count(case when c.at < :overdue then 1 end) as overdue,
					count(case when c.at >= :overdue and c.at < :soon then 1 end) as soon, min(c.at) as oldest
				""" + from)
			.param("overdue", utc(this.days.overdueBefore(receiver.time(), now)))
			.param("soon", utc(this.days.overdueBefore(receiver.time(), now.plus(SOON))))
			.param("receiver", receiver.id())
			.param("seq", seq)
			.param("channels", SayChanges.keys(receiver.channelSet()))
			.param("stages", which.stages)
			.query((row, number) -> new Part(row.getLong("noes"), row.getLong("overdue"), row.getLong("soon"),
					instant(row, "oldest")))
			.single();
	}

	private long done(Receiver receiver, Instant now) {
		return this.jdbc
			.sql("select count(*) from receiver_change where receiver_id = ? and stage = 'done' and done_at >= ?")
			.params(receiver.id(), utc(now.minus(LATELY)))
			.query(Long.class)
			.single();
	}

	/** Noes of a receiver: what is not done oldest first, what is done newest first. */
	List<Duty> list(Receiver receiver, Which which, int limit) {
		Instant now = this.clock.instant();
		Instant overdue = this.days.overdueBefore(receiver.time(), now);
		String columns = "select " + SayChanges.COLUMNS + ", d.fetched_at, d.done_at, d.done_by ";
		return this.jdbc
			.sql("select * from (" + columns + NOTED
					+ (which.unknown ? " union all " + columns + UNKNOWN + SayChanges.about(receiver.channelSet()) : "")
					+ ") noes order by " + ((which == Which.DONE) ? "done_at desc, seq desc" : "at, seq")
					+ " limit :limit")
			.param("receiver", receiver.id())
			.param("seq", which.unknown ? this.progress.get(receiver.id()).seq() : Long.MAX_VALUE)
			.param("channels", SayChanges.keys(receiver.channelSet()))
			.param("stages", which.stages)
			.param("limit", limit)
			.query((row, number) -> {
				SayChange change = SayChanges.change(row, number);
				return new Duty(change, this.days.due(receiver.time(), change.at()),
						instant(row, "done_at") == null && change.at().isBefore(overdue), instant(row, "fetched_at"),
						instant(row, "done_at"), row.getString("done_by"));
			})
			.list();
	}

	private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
		return (one == null) ? other : (other == null || one.isBefore(other)) ? one : other;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
