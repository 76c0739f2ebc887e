package dev.sayso.profile.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.SqlBindings;
import dev.sayso.consent.LastChange;
import dev.sayso.person.Origin;
import dev.sayso.profile.list.ProfileSearch.Match;
import dev.sayso.profile.list.ProfileSearch.Page;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.TimedQueries;

/**
 * Reads one page of people in the order of a query.
 *
 * @param from where it begins or ends; null for the first
 * @param people the table of persons {@code p}
 * @param where who of them is meant
 */
record ProfilePageQuery(ProfileQuery query, @Nullable ProfileCursor from, int size, String people, String where,
		SqlBindings values) {

	private static final String SELECT = """
			select p.id, s.changed_at, s.changed_origin, s.changed_by, p.name_key, p.created_at
			from %s join say s on s.profile_id = p.id
			where %s""";

	ProfilePageQuery {
		from = (from != null && from.sort() == query.sort()) ? from : null;
	}

	static ProfilePageQuery of(String where, SqlBindings values, ProfileQuery query, @Nullable ProfileCursor from,
			int size) {
		return new ProfilePageQuery(query, from, size, "profile p", where, values);
	}

	/**
	 * A page of people who are known already. They are joined as a table: the embedded
	 * store would look through an array of them once per person.
	 */
	static ProfilePageQuery among(List<ProfileId> people, ProfileQuery query, @Nullable ProfileCursor from, int size) {
		SqlBindings values = new SqlBindings();
		String ids = values.bind(people.stream().map(ProfileId::toString).toArray(String[]::new));
		return new ProfilePageQuery(query, from, size,
				"unnest(cast(" + ids + " as uuid array)) m(id) join profile p on p.id = m.id", "1 = 1", values);
	}

	Page read(TimedQueries queries) {
		boolean back = this.from != null && this.from.back();
		String sql = SELECT.formatted(this.people, this.where) + order(this.query.ascending() != back) + " limit "
				+ (this.size + 1);
		List<Match> matches = queries
			.ask((store) -> store.sql(sql).params(this.values.values()).query((row, number) -> match(row)).list());
		boolean more = matches.size() > this.size;
		List<Match> people = new ArrayList<>(more ? matches.subList(0, this.size) : matches);
		if (back) {
			Collections.reverse(people);
		}
		return new Page(people, back ? more : this.from != null, back || more);
	}

	private String order(boolean ascending) {
		String key = switch (this.query.sort()) {
			case CHANGED -> "s.changed_at";
			case NAME -> "p.name_key";
			case CREATED -> "p.created_at";
		};
		String direction = ascending ? " asc" : " desc";
		String order = "\norder by " + key + direction + ", p.id" + direction;
		if (this.from == null) {
			return order;
		}
		String value = this.values.bind(this.from.bound());
		return "\n\tand " + key + (ascending ? " >= " : " <= ") + value + " and (" + key + ", p.id) "
				+ (ascending ? ">" : "<") + " (" + value + ", " + this.values.bind(this.from.id()) + ")" + order;
	}

	private Match match(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		String key = switch (this.query.sort()) {
			case NAME -> row.getString("name_key");
			case CHANGED -> row.getObject("changed_at", OffsetDateTime.class).toInstant().toString();
			case CREATED -> row.getObject("created_at", OffsetDateTime.class).toInstant().toString();
		};
		LastChange change = new LastChange(row.getObject("changed_at", OffsetDateTime.class).toInstant(),
				Origin.of(row.getString("changed_origin")), row.getString("changed_by"));
		return new Match(new ProfileId(id), change, new ProfileCursor(this.query.sort(), key, id, false));
	}

}
