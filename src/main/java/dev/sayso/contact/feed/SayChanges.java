package dev.sayso.contact.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * The feed as it stands.
 */
@Component
public class SayChanges {

	/** What is selected of a change {@code c} and the profile {@code p} it is of. */
	public static final String COLUMNS = """
			c.seq, c.id, c.profile_id, coalesce(c.external_id, p.external_id) as external_id, c.at, c.kind, c.purpose,
			c.channel, c.before_choice, c.after_choice, c.origin, c.because, c.obey""";

	private static final String SELECT = "select " + COLUMNS
			+ " from say_change c left join profile p on p.id = c.profile_id where ";

	private final JdbcClient jdbc;

	SayChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What follows a place, in order.
	 * @param channels those it may be about, besides what is about all; empty for any
	 */
	public List<SayChange> after(long seq, Set<Channel> channels, int limit) {
		return this.jdbc.sql(SELECT + "c.seq > :seq" + about(channels) + " order by c.seq limit :limit")
			.param("seq", seq)
			.param("channels", keys(channels))
			.param("limit", limit)
			.query(SayChanges::change)
			.list();
	}

	/** A condition on {@code c}, with {@link #keys} as the parameter {@code channels}. */
	public static String about(Set<Channel> channels) {
		return channels.isEmpty() ? "" : " and (c.channel is null or c.channel = any(:channels))";
	}

	public static String[] keys(Set<Channel> channels) {
		return channels.stream().map(Channel::key).toArray(String[]::new);
	}

	public Optional<SayChange> find(UUID id) {
		return this.jdbc.sql(SELECT + "c.id = ?").param(id).query(SayChanges::change).optional();
	}

	public List<SayChange> find(Collection<UUID> ids) {
		return this.jdbc.sql(SELECT + "c.id = any(:ids) order by c.seq")
			.param("ids", ids.toArray(UUID[]::new))
			.query(SayChanges::change)
			.list();
	}

	/** Those of whom something was told, by their ids, behind one of them. */
	public List<UUID> people(UUID after, int limit) {
		return this.jdbc
			.sql("select distinct profile_id from say_change where profile_id > ? order by profile_id limit ?")
			.params(after, limit)
			.query(UUID.class)
			.list();
	}

	/** What stands of some people: the newest change of each purpose, in order. */
	public List<SayChange> standing(Collection<UUID> people, Set<Channel> channels) {
		return this.jdbc
			.sql(SELECT + """
					c.profile_id = any(:people)
					and not exists (select 1 from say_change later where later.profile_id = c.profile_id
						and later.seq > c.seq and later.kind = c.kind and later.purpose = c.purpose
						and (later.because is null) = (c.because is null))""" + about(channels)
					+ " order by c.profile_id, c.seq")
			.param("people", people.toArray(UUID[]::new))
			.param("channels", keys(channels))
			.query(SayChanges::change)
			.list();
	}

	/** The place of the newest; 0 where there is none. */
	public long last() {
		return this.jdbc.sql("select coalesce(max(seq), 0) from say_change").query(Long.class).single();
	}

	/** The place before the first that became visible at this moment or later. */
	public long before(Instant moment) {
		return this.jdbc.sql(
				"select coalesce((select min(seq) - 1 from say_change where at >= :moment), (select max(seq) from say_change), 0)")
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	/** Forgets all that was told of people who are erased everywhere. */
	public void forget(Collection<UUID> people) {
		this.jdbc.sql("delete from say_change where profile_id = any(:people)")
			.param("people", people.toArray(UUID[]::new))
			.update();
	}

	/**
	 * Whose changes follow a place.
	 * @param limit how many people at most
	 */
	List<ProfileId> people(long after, int limit) {
		return this.jdbc.sql("select distinct profile_id from say_change where seq > ? limit ?")
			.params(after, limit)
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
	}

	/** Reads a row of {@link #COLUMNS}. */
	public static SayChange change(ResultSet row, int number) throws SQLException {
		@Nullable String channel = row.getString("channel");
		return new SayChange(row.getLong("seq"), row.getObject("id", UUID.class),
				row.getObject("at", OffsetDateTime.class).toInstant(),
				new ProfileId(row.getObject("profile_id", UUID.class)), row.getString("external_id"),
				ChangeKind.of(row.getString("kind")), row.getString("purpose"),
				(channel != null) ? Channel.of(channel).orElse(null) : null, row.getString("before_choice"),
				row.getString("after_choice"), Origin.of(row.getString("origin")), row.getString("because") != null,
				row.getBoolean("obey"));
	}

}
