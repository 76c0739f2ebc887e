package dev.sayso.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Origin;
import dev.sayso.consent.LastChange;
import dev.sayso.shared.ProfileId;

/**
 * Finds the people a {@link ProfileQuery} asks for, a page or a chunk at a time.
 */
@Component
public class FindProfiles {

	private static final String TABLES = " from profile p join say s on s.profile_id = p.id\n";

	private static final int CHUNK = 500;

	private final JdbcClient jdbc;

	private final Profiles profiles;

	private final ProfileConditions conditions;

	FindProfiles(JdbcClient jdbc, Profiles profiles, ProfileConditions conditions) {
		this.jdbc = jdbc;
		this.profiles = profiles;
		this.conditions = conditions;
	}

	/** Somebody found: who, when they changed last, and where they stand in the order. */
	record Found(ProfileId id, LastChange change, ProfileCursor cursor) {

	}

	/**
	 * Some people in order, and whether more come before and after them.
	 */
	record Page(List<Found> people, boolean before, boolean after) {

	}

	/**
	 * How many people match, counted no further than one past the limit.
	 */
	public int count(ProfileQuery query, int limit) {
		Conditions where = this.conditions.of(query);
		return this.jdbc
			.sql("select count(*) from (select 1 as one from profile p " + where.where() + " limit " + (limit + 1)
					+ ") m")
			.params(where.values())
			.query(Integer.class)
			.single();
	}

	/**
	 * Hands over everybody who matches, some at a time, in an order that changes made
	 * meanwhile do not disturb.
	 */
	public void each(ProfileQuery query, Consumer<List<Profile>> consumer) {
		UUID last = new UUID(0, 0);
		for (List<ProfileId> ids = ids(query, last); !ids.isEmpty(); ids = ids(query, last)) {
			Map<ProfileId, Profile> found = this.profiles.findByIdIn(ids)
				.stream()
				.collect(Collectors.toMap(Profile::id, Function.identity()));
			consumer.accept(ids.stream().filter(found::containsKey).map(found::get).toList());
			last = ids.get(ids.size() - 1).id();
		}
	}

	private List<ProfileId> ids(ProfileQuery query, UUID after) {
		Conditions where = this.conditions.of(query);
		where.add("p.id > " + where.bind(after));
		return this.jdbc.sql("select p.id from profile p " + where.where() + "order by p.id limit " + CHUNK)
			.params(where.values())
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
	}

	/**
	 * A page of the list.
	 * @param from where it begins or ends; null for the first
	 */
	Page page(ProfileQuery query, @Nullable ProfileCursor from, int size) {
		ProfileCursor cursor = (from != null && from.sort() == query.sort()) ? from : null;
		boolean back = cursor != null && cursor.back();
		boolean ascending = query.ascending() != back;
		Conditions where = this.conditions.of(query);
		String key = key(query.sort());
		if (cursor != null) {
			String value = where.bind(cursor.bound());
			where.add(key + (ascending ? " >= " : " <= ") + value);
			where.add("(" + key + ", p.id) " + (ascending ? ">" : "<") + " (" + value + ", " + where.bind(cursor.id())
					+ ")");
		}
		String direction = ascending ? " asc" : " desc";
		List<Found> found = this.jdbc
			.sql("select p.id, s.changed_at, s.changed_origin, s.changed_by, p.name_key, p.created_at" + TABLES
					+ where.where() + "order by " + key + direction + ", p.id" + direction + " limit " + (size + 1))
			.params(where.values())
			.query((row, number) -> found(row, query.sort()))
			.list();
		boolean more = found.size() > size;
		List<Found> people = new ArrayList<>(more ? found.subList(0, size) : found);
		if (back) {
			Collections.reverse(people);
		}
		return new Page(people, back ? more : cursor != null, back || more);
	}

	private static String key(ProfileQuery.Sort sort) {
		return switch (sort) {
			case CHANGED -> "s.changed_at";
			case NAME -> "p.name_key";
			case CREATED -> "p.created_at";
		};
	}

	private static Found found(ResultSet row, ProfileQuery.Sort sort) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		String key = switch (sort) {
			case NAME -> row.getString("name_key");
			case CHANGED -> row.getObject("changed_at", OffsetDateTime.class).toInstant().toString();
			case CREATED -> row.getObject("created_at", OffsetDateTime.class).toInstant().toString();
		};
		LastChange change = new LastChange(row.getObject("changed_at", OffsetDateTime.class).toInstant(),
				Origin.valueOf(row.getString("changed_origin").toUpperCase(Locale.ROOT)), row.getString("changed_by"));
		return new Found(new ProfileId(id), change, new ProfileCursor(sort, key, id, false));
	}

}
