package dev.sayso.audience;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.PersonPart;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.BatchedQueries;

@Component
class FixedListMembers implements PersonPart<FixedListMembers.InLists> {

	/** The time limit to fill a list by a condition, in seconds. */
	private static final int LIMIT = 60;

	private final JdbcClient jdbc;

	private final MatchingProfiles matching;

	FixedListMembers(JdbcClient jdbc, MatchingProfiles matching) {
		this.jdbc = jdbc;
		this.matching = matching;
	}

	record InLists(Set<UUID> lists) {
	}

	/**
	 * Adds people.
	 * @return how many were not in it
	 */
	int add(UUID list, Collection<ProfileId> people) {
		return this.jdbc
			.sql("""
					insert into audience_member (audience_id, profile_id)
					select :list, p.id from profile p where p.id = any(:people)
						and not exists (select 1 from audience_member m where m.audience_id = :list and m.profile_id = p.id)""")
			.param("list", list)
			.param("people", ids(people))
			.update();
	}

	/**
	 * Adds all profiles a condition matches now.
	 * @throws org.springframework.dao.QueryTimeoutException when that takes the store too
	 * long
	 */
	int add(UUID list, CompiledCondition condition) {
		return this.matching.ask(LIMIT, condition,
				"insert into audience_member (audience_id, profile_id) select :list, p.id from profile p where (%s) "
						+ "and not exists (select 1 from audience_member m where m.audience_id = :list and m.profile_id = p.id)",
				(insert) -> insert.param("list", list).update());
	}

	/**
	 * Takes people out.
	 * @return how many were in it
	 */
	int remove(UUID list, Collection<ProfileId> people) {
		return this.jdbc.sql("delete from audience_member where audience_id = :list and profile_id = any(:people)")
			.param("list", list)
			.param("people", ids(people))
			.update();
	}

	int count(UUID list) {
		String sql = "select count(*) from audience_member where audience_id = ?";
		return this.jdbc.sql(sql).param(list).query(Integer.class).single();
	}

	@Override
	public Class<InLists> type() {
		return InLists.class;
	}

	@Override
	public Map<ProfileId, InLists> load(Collection<ProfileId> people) {
		Map<ProfileId, InLists> lists = new HashMap<>();
		people.forEach((person) -> lists.put(person, new InLists(new HashSet<>())));
		this.jdbc.sql("select profile_id, audience_id from audience_member where profile_id = any(:people)")
			.param("people", ids(people))
			.query((row) -> {
				lists.get(new ProfileId(row.getObject(1, UUID.class))).lists().add(row.getObject(2, UUID.class));
			});
		return lists;
	}

	@Override
	public BatchedQueries.Query<InLists> ask(String person, List<Object> values) {
		return new BatchedQueries.Query<>(
				"select audience_id from audience_member where profile_id in (" + person + ")", values, (rows) -> {
					Set<UUID> lists = new HashSet<>();
					while (rows.next()) {
						lists.add(rows.getObject(1, UUID.class));
					}
					return new InLists(lists);
				});
	}

	@Override
	public InLists ofNobody() {
		return new InLists(Set.of());
	}

	private static UUID[] ids(Collection<ProfileId> people) {
		return people.stream().map(ProfileId::id).toArray(UUID[]::new);
	}

}
