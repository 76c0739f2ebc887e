package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.contact.feed.ChangesFetched;
import dev.sayso.contact.feed.SayChange;
import dev.sayso.contact.feed.SayChanges;

/**
 * What receivers came to know and what they have done.
 */
@Component
class Acknowledgements {

	private static final String PROGRESS = "join receiver_progress g on g.receiver_id = :receiver ";

	private final Receivers receivers;

	private final ProgressRows progress;

	private final ToldRows rows;

	private final JdbcClient jdbc;

	private final Clock clock;

	Acknowledgements(Receivers receivers, ProgressRows progress, ToldRows rows, JdbcClient jdbc, Clock clock) {
		this.receivers = receivers;
		this.progress = progress;
		this.rows = rows;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those of some changes that a receiver neither knows nor is to know. It may say that
	 * it has done one before it is noted that it took it.
	 * @param changes ids of changes
	 */
	List<UUID> unknown(Receiver receiver, Collection<UUID> changes) {
		Set<UUID> known = new HashSet<>(this.jdbc.sql("select c.id from say_change c " + PROGRESS + """
				left join receiver_change d on d.receiver_id = g.receiver_id and d.change_seq = c.seq
				where c.id = any(:changes) and (d.fetched_at is not null
					or c.seq > g.first_seq""" + SayChanges.about(receiver.channelSet()) + ")")
			.param("receiver", receiver.id())
			.param("changes", changes.toArray(UUID[]::new))
			.param("channels", SayChanges.keys(receiver.channelSet()))
			.query(UUID.class)
			.list());
		return changes.stream().filter((change) -> !known.contains(change)).toList();
	}

	/**
	 * Notes that changes were obeyed.
	 * @param changes ids of those that are not unknown; others are left out
	 * @param by the name of who said so
	 * @return how many were not noted before
	 */
	@Transactional
	public int done(Receiver receiver, Collection<UUID> changes, String by) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("""
					insert into receiver_change (receiver_id, change_seq, profile_id, stage, round, attempts, fetched_at)
					select g.receiver_id, c.seq, c.profile_id, 'fetched', g.round, 1, cast(:now as timestamp with time zone)
					from say_change c\s"""
					+ PROGRESS + """
							where c.id = any(:changes) and c.obey and c.seq > g.first_seq"""
					+ SayChanges.about(receiver.channelSet()) + " on conflict do nothing")
			.param("now", now)
			.param("receiver", receiver.id())
			.param("changes", changes.toArray(UUID[]::new))
			.param("channels", SayChanges.keys(receiver.channelSet()))
			.update();
		int done = this.jdbc.sql("""
				update receiver_change set stage = 'done', done_at = :now, done_by = :by, next_at = null,
					fetched_at = coalesce(fetched_at, :now)
				where receiver_id = :receiver and stage in ('fetched', 'retry', 'behind', 'failed') and change_seq in (
					select c.seq from say_change c where c.id = any(:changes) and c.obey)""")
			.param("now", now)
			.param("by", by)
			.param("receiver", receiver.id())
			.param("changes", changes.toArray(UUID[]::new))
			.update();
		this.rows.unstick(receiver, now.toInstant());
		return done;
	}

	/** Notes that a receiver has changes now, by the feed or by a file. */
	@Transactional
	public void fetched(Receiver receiver, List<SayChange> changes) {
		Set<Long> known = new HashSet<>(this.jdbc
			.sql("select change_seq from receiver_change where receiver_id = :receiver and change_seq = any(:places)")
			.param("receiver", receiver.id())
			.param("places", changes.stream().map(SayChange::seq).toArray(Long[]::new))
			.query(Long.class)
			.list());
		Progress now = this.progress.get(receiver.id());
		Instant at = this.clock.instant();
		List<Told> fresh = new ArrayList<>();
		for (SayChange change : changes) {
			if (change.seq() > now.first() && !known.contains(change.seq()) && isFor(receiver, change)) {
				fresh.add(Told.taken(change, false, 1, new WebhookClient.Answer("fetched", 0), at));
			}
		}
		this.rows.save(receiver, now.round(), fresh);
	}

	private static boolean isFor(Receiver receiver, SayChange change) {
		return change.channel() == null || receiver.channelSet().isEmpty()
				|| receiver.channelSet().contains(change.channel());
	}

	@EventListener
	void on(ChangesFetched fetched) {
		this.receivers.findByTokenId(fetched.token())
			.filter((receiver) -> !receiver.isWebhook())
			.ifPresent((receiver) -> fetched(receiver, fetched.changes()));
	}

}
