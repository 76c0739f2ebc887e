package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Instant;
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

/**
 * What receivers came to know and what they have done.
 */
@Component
class Acknowledgements {

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
	 * Those of some changes that a receiver does not know.
	 * @param changes ids of changes
	 */
	List<UUID> unknown(Receiver receiver, Collection<UUID> changes) {
		Set<UUID> known = new HashSet<>(this.jdbc.sql("""
				select c.id from say_change c
				join receiver_change d on d.receiver_id = :receiver and d.change_seq = c.seq
				where c.id = any(:changes) and d.fetched_at is not null""")
			.param("receiver", receiver.id())
			.param("changes", changes.toArray(UUID[]::new))
			.query(UUID.class)
			.list());
		return changes.stream().filter((change) -> !known.contains(change)).toList();
	}

	/**
	 * Notes that changes were obeyed.
	 * @param by the name of who said so
	 * @return how many were not noted before
	 */
	@Transactional
	public int done(Receiver receiver, Collection<UUID> changes, String by) {
		return this.jdbc.sql("""
				update receiver_change set stage = 'done', done_at = :now, done_by = :by
				where receiver_id = :receiver and stage = 'fetched' and change_seq in (
					select c.seq from say_change c where c.id = any(:changes))""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.param("receiver", receiver.id())
			.param("changes", changes.toArray(UUID[]::new))
			.update();
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
				fresh.add(Told.taken(change, false, 1, new WebhookAnswer("fetched", 0), at));
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
