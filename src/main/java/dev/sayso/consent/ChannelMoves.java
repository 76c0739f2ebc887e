package dev.sayso.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.SqlBindings;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileRowMapper;
import dev.sayso.store.TimedQueries;

/**
 * Counts whom a change of channels and defaults moves, before it is made.
 */
@Component
class ChannelMoves {

	private static final String NOBODY = "1 = 0";

	private static final long UNKNOWN = -1;

	/** So many of those who move are listed by name. */
	private static final int FIRST = 10;

	private final TimedQueries queries;

	private final List<ReachLimit> limits;

	private final Clock clock;

	ChannelMoves(TimedQueries queries, List<ReachLimit> limits, Clock clock) {
		this.queries = queries;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * What a change does to one purpose. Both numbers are -1 where counting takes too
	 * long.
	 *
	 * @param gained people for whom it is allowed then and was not
	 * @param lost people for whom it was allowed and is not then
	 * @param gaining the first of those who gain, as they are listed
	 * @param losing the first of those who lose
	 */
	record Move(Purpose purpose, long gained, long lost, List<Profile> gaining, List<Profile> losing) {

		public boolean isNobody() {
			return this.gained == 0 && this.lost == 0;
		}

		public boolean isUnknown() {
			return this.gained == UNKNOWN;
		}

	}

	/** For each purpose that the change is about, how many people it moves each way. */
	List<Move> between(ChannelSettingsForm before, ChannelSettingsForm after) {
		List<Purpose> purposes = new ArrayList<>();
		List<String> moved = new ArrayList<>();
		SqlBindings values = SqlBindings.of(this.clock.instant());
		for (Purpose purpose : before.defaults().keySet()) {
			String was = allowed(purpose, before, values);
			String is = allowed(purpose, after, values);
			if (!was.equals(is)) {
				purposes.add(purpose);
				moved.add("(" + is + ") and not (" + was + ")");
				moved.add("(" + was + ") and not (" + is + ")");
			}
		}
		List<Long> people = purposes.isEmpty() ? List.of() : count(moved, values);
		return IntStream.range(0, purposes.size())
			.mapToObj((each) -> new Move(purposes.get(each), people.get(2 * each), people.get(2 * each + 1),
					first(moved.get(2 * each), people.get(2 * each), values),
					first(moved.get(2 * each + 1), people.get(2 * each + 1), values)))
			.toList();
	}

	private String allowed(Purpose purpose, ChannelSettingsForm form, SqlBindings values) {
		ConsentDefaults defaults = new ConsentDefaults(form.defaults());
		return purpose.channel()
			.map((channel) -> form.channels().contains(channel)
					? ReachSql.of(channel, defaults, this.limits, values).may() : NOBODY)
			.orElseGet(() -> ConsentSql.of(purpose, defaults));
	}

	/** Those whom people know by their names come first. */
	private List<Profile> first(String moved, long people, SqlBindings values) {
		if (people <= 0) {
			return List.of();
		}
		try {
			return this.queries.ask((jdbc) -> jdbc
				.sql("select p.* from profile p where " + moved + " order by p.name_key nulls last, p.id limit "
						+ FIRST)
				.params(values.values())
				.query((row, number) -> ProfileRowMapper.read(row))
				.list());
		}
		catch (QueryTimeoutException ex) {
			return List.of();
		}
	}

	private List<Long> count(List<String> moved, SqlBindings values) {
		String counts = moved.stream()
			.map((these) -> "count(case when " + these + " then 1 end)")
			.collect(Collectors.joining(", "));
		try {
			return this.queries.ask((jdbc) -> jdbc.sql("select " + counts + " from profile p")
				.params(values.values())
				.query((row, number) -> {
					List<Long> people = new ArrayList<>();
					for (int column = 1; column <= moved.size(); column++) {
						people.add(row.getLong(column));
					}
					return people;
				})
				.single());
		}
		catch (QueryTimeoutException ex) {
			return Collections.nCopies(moved.size(), UNKNOWN);
		}
	}

}
