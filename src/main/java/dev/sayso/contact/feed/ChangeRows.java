package dev.sayso.contact.feed;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.sayso.person.Origin;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * The rows of the feed, written in their order, and what becomes of them later.
 */
@Component
class ChangeRows {

	private static final int BATCH = 500;

	private final JdbcTemplate jdbc;

	ChangeRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Appends changes. A no that is taken back later, or said anew, need not be obeyed
	 * any more for its own sake.
	 */
	void insert(List<SayChange> changes) {
		List<SayChange> about = changes.stream().filter((change) -> change.purpose() != null).toList();
		this.jdbc.batchUpdate(
				"update say_change set obey = false where profile_id = ? and purpose = ? and obey and because is null",
				about.stream().filter((change) -> !change.shared()).toList(), BATCH, (row, change) -> {
					row.setObject(1, change.profile().id());
					row.setString(2, change.purpose());
				});
		this.jdbc.batchUpdate(
				"update say_change set obey = false where profile_id = ? and purpose = ? and obey and because is not null",
				about.stream().filter((change) -> change.shared() && !change.obey()).toList(), BATCH, (row, change) -> {
					row.setObject(1, change.profile().id());
					row.setString(2, change.purpose());
				});
		this.jdbc.batchUpdate(
				"""
						insert into say_change (id, profile_id, external_id, at, kind, purpose, channel, before_choice, after_choice,
							origin, because, obey)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				standing(changes), BATCH, ChangeRows::set);
	}

	/** The same, of which none need be obeyed that another of them takes back. */
	private static List<SayChange> standing(List<SayChange> changes) {
		Set<List<Object>> later = new HashSet<>();
		List<SayChange> standing = new ArrayList<>(changes);
		for (int place = changes.size() - 1; place >= 0; place--) {
			SayChange change = changes.get(place);
			if (change.purpose() != null && !later.add(List.of(change.profile(), change.purpose(), change.shared()))
					&& change.obey()) {
				standing.set(place, change.moot());
			}
		}
		return standing;
	}

	private static void set(PreparedStatement row, SayChange change) throws SQLException {
		row.setObject(1, change.id());
		row.setObject(2, change.profile().id());
		row.setString(3, change.externalId());
		row.setObject(4, change.at().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
		row.setString(5, change.kind().key());
		row.setString(6, change.purpose());
		row.setString(7, (change.channel() != null) ? change.channel().key() : null);
		row.setString(8, change.before());
		row.setString(9, change.after());
		row.setString(10, change.origin().key());
		row.setString(11, change.shared() ? "shared" : null);
		row.setBoolean(12, change.obey());
	}

	/**
	 * Of whom it is told that others' noes count for them, each with the purpose.
	 */
	Set<List<Object>> sharedNoes(Collection<ProfileId> people) {
		Set<List<Object>> told = new HashSet<>();
		this.jdbc.query(
				"select profile_id, purpose from say_change where profile_id = any(?) and because is not null and obey",
				(row) -> {
					told.add(List.of(new ProfileId(row.getObject(1, UUID.class)), row.getString(2)));
				}, (Object) people.stream().map(ProfileId::id).toArray(UUID[]::new));
		return told;
	}

	/** Forgets what was told of somebody, whose erasure is told instead. */
	void forget(UUID profile) {
		this.jdbc.update("delete from say_change where profile_id = ?", profile);
		this.jdbc.update("delete from say_news where profile_id = ?", profile);
	}

	/** Lets an erasure be told. */
	void erased(UUID id, UUID profile, Instant at, Origin origin) {
		this.jdbc.update("""
				insert into say_news (id, profile_id, external_id, erased_at, origin)
				select ?, p.id, p.external_id, ?, ? from profile p where p.id = ?""", id, at.atOffset(ZoneOffset.UTC),
				origin.key(), profile);
	}

	/** Lets be told what begins and ceases to count through an address. */
	void moved(List<MovedAddress> moved) {
		this.jdbc.batchUpdate("insert into say_news (id, profile_id, moved_at, channel, origin) values (?, ?, ?, ?, ?)",
				moved, BATCH, (row, each) -> {
					row.setObject(1, Ids.next());
					row.setObject(2, each.profile().id());
					row.setObject(3, each.at().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
					row.setString(4, each.channel().key());
					row.setString(5, each.origin().key());
				});
	}

	/** Deletes erasures of before a moment. */
	void forgetErasures(Instant before) {
		this.jdbc.update("delete from say_change where kind = 'erasure' and at < ?", before.atOffset(ZoneOffset.UTC));
	}

}
