package dev.sayso.contact.receiver;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.contact.feed.SayChange;
import dev.sayso.contact.feed.SayChanges;
import dev.sayso.shared.ProfileId;

/**
 * What is to be told to a receiver next, and what became of it.
 */
@Component
class ToldRows {

	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	ToldRows(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * A change to be told.
	 *
	 * @param known whether it stands in the store
	 * @param attempts how often it was tried
	 */
	record Next(SayChange change, boolean known, int attempts) {

	}

	/** The changes behind a place that were not told in this round. */
	List<Next> next(Receiver receiver, long seq, int round, int limit) {
		return this.jdbc
			.sql("select " + SayChanges.COLUMNS + """
					, d.change_seq is not null as known, 0 as attempts
					from say_change c left join profile p on p.id = c.profile_id
					left join receiver_change d on d.receiver_id = :receiver and d.change_seq = c.seq
					where c.seq > :seq and (d.round is null or d.round < :round)"""
					+ SayChanges.about(receiver.channelSet()) + " order by c.seq limit :limit")
			.param("receiver", receiver.id())
			.param("seq", seq)
			.param("round", round)
			.param("channels", SayChanges.keys(receiver.channelSet()))
			.param("limit", limit)
			.query((row, number) -> new Next(SayChanges.change(row, number), row.getBoolean("known"),
					row.getInt("attempts")))
			.list();
	}

	/** The changes whose next attempt has come, the oldest first. */
	List<Next> due(Receiver receiver, Instant now, int limit) {
		return this.jdbc.sql("select " + SayChanges.COLUMNS + """
				, d.attempts
				from receiver_change d join say_change c on c.seq = d.change_seq
				left join profile p on p.id = c.profile_id
				where d.receiver_id = :receiver and d.stage = 'retry' and d.next_at <= :now
				order by d.next_at, d.change_seq limit :limit""")
			.param("receiver", receiver.id())
			.param("now", utc(now))
			.param("limit", limit)
			.query((row, number) -> new Next(SayChanges.change(row, number), true, row.getInt("attempts")))
			.list();
	}

	/**
	 * The places of changes of some people that wait to be taken, of those who have any.
	 */
	Map<ProfileId, Set<Long>> waiting(Receiver receiver, Collection<UUID> people) {
		Map<ProfileId, Set<Long>> places = new HashMap<>();
		this.jdbc.sql("""
				select profile_id, change_seq from receiver_change
				where receiver_id = ? and profile_id = any(?) and stage in ('retry', 'behind')""")
			.params(receiver.id(), people.toArray(UUID[]::new))
			.query((row) -> {
				places.computeIfAbsent(new ProfileId(row.getObject(1, UUID.class)), (person) -> new HashSet<>())
					.add(row.getLong(2));
			});
		return places;
	}

	/** Those of whom a change waits to be taken. */
	Set<ProfileId> blocked(Receiver receiver) {
		return this.jdbc.sql(
				"select distinct profile_id from receiver_change where receiver_id = ? and stage in ('retry', 'behind')")
			.param(receiver.id())
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list()
			.stream()
			.collect(Collectors.toSet());
	}

	/**
	 * Writes what became of changes. What is done stays done, however often it is told;
	 * what is acknowledged while it is under way stands there already.
	 */
	void save(Receiver receiver, int round, List<Told> told) {
		update(receiver, round, told.stream().filter(Told::known).toList());
		List<Told> fresh = told.stream().filter((each) -> !each.known()).toList();
		int[][] inserted = this.template.batchUpdate("""
				insert into receiver_change (stage, round, attempts, next_at, answer, took_ms, tried_at, fetched_at,
					receiver_id, change_seq, profile_id)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", fresh, BATCH, (row, each) -> {
			set(row, 1, round, each);
			row.setObject(9, receiver.id());
			row.setLong(10, each.change().seq());
			row.setObject(11, each.change().profile().id());
		});
		int[] counts = Arrays.stream(inserted).flatMapToInt(Arrays::stream).toArray();
		update(receiver, round,
				IntStream.range(0, fresh.size()).filter((place) -> counts[place] == 0).mapToObj(fresh::get).toList());
	}

	private void update(Receiver receiver, int round, List<Told> known) {
		this.template.batchUpdate(
				"""
						update receiver_change set stage = case when done_at is not null and ? in ('fetched', 'told') then 'done' else ? end,
							round = ?, attempts = ?, next_at = ?, answer = coalesce(?, answer), took_ms = coalesce(?, took_ms),
							tried_at = coalesce(?, tried_at), fetched_at = coalesce(fetched_at, ?)
						where receiver_id = ? and change_seq = ?""",
				known, BATCH, (row, each) -> {
					row.setString(1, each.stage().key());
					set(row, 2, round, each);
					row.setObject(10, receiver.id());
					row.setLong(11, each.change().seq());
				});
	}

	private static void set(PreparedStatement row, int from, int round, Told told) throws SQLException {
		WebhookClient.Answer answer = told.answer();
		row.setString(from, told.stage().key());
		row.setInt(from + 1, round);
		row.setInt(from + 2, told.attempts());
		row.setObject(from + 3, utc(told.next()), Types.TIMESTAMP_WITH_TIMEZONE);
		row.setString(from + 4, (answer != null) ? answer.word() : null);
		row.setObject(from + 5, (answer != null) ? (int) answer.tookMillis() : null, Types.INTEGER);
		row.setObject(from + 6, utc(told.tried()), Types.TIMESTAMP_WITH_TIMEZONE);
		boolean known = told.stage() == Told.Stage.FETCHED || told.stage() == Told.Stage.TOLD;
		row.setObject(from + 7, known ? utc(told.tried()) : null, Types.TIMESTAMP_WITH_TIMEZONE);
	}

	/**
	 * Lets the next change of a person go that waits behind another.
	 * @return whether there was one
	 */
	boolean promote(Receiver receiver, ProfileId person, Instant now) {
		return this.jdbc.sql("""
				update receiver_change set stage = 'retry', attempts = 0, next_at = :now
				where receiver_id = :receiver and change_seq = (
					select min(d.change_seq) from receiver_change d
					where d.receiver_id = :receiver and d.profile_id = :person and d.stage = 'behind')""")
			.param("now", utc(now))
			.param("receiver", receiver.id())
			.param("person", person.id())
			.update() == 1;
	}

	/**
	 * Lets changes go that wait behind one which is gone, since what was told of somebody
	 * erased is forgotten.
	 */
	void unstick(Receiver receiver, Instant now) {
		this.jdbc
			.sql("""
					update receiver_change d set stage = 'retry', attempts = 0, next_at = :now
					where d.receiver_id = :receiver and d.stage = 'behind' and d.change_seq = (
						select min(e.change_seq) from receiver_change e
						where e.receiver_id = :receiver and e.profile_id = d.profile_id and e.stage in ('behind', 'retry'))""")
			.param("now", utc(now))
			.param("receiver", receiver.id())
			.update();
	}

	/** The erasures that every receiver which was told of them has done. */
	List<UUID> erasedEverywhere() {
		return this.jdbc.sql("""
				select c.profile_id from say_change c
				where c.kind = 'erasure' and exists (select 1 from receiver_progress g where g.first_seq < c.seq)
					and not exists (select 1 from receiver_progress g
						where g.first_seq < c.seq and not exists (
							select 1 from receiver_change d where d.receiver_id = g.receiver_id
								and d.change_seq = c.seq and d.stage = 'done'))""").query(UUID.class).list();
	}

	/** Forgets what nobody has to obey and was told long ago. */
	void forget(Instant before) {
		this.jdbc.sql("delete from receiver_change where stage in ('told', 'failed') and tried_at < ?")
			.param(utc(before))
			.update();
	}

	/** Forgets what was to be told of somebody. */
	void forget(ProfileId person) {
		this.jdbc.sql("delete from receiver_change where profile_id = ?").param(person.id()).update();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
