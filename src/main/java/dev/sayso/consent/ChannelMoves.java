package dev.sayso.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.SqlBindings;
import dev.sayso.store.TimedQueries;

/**
 * Counts whom a change of channels and defaults moves, before it is made.
 */
@Component
class ChannelMoves {

	private static final String NOBODY = "1 = 0";

	private static final long UNKNOWN = -1;

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
	 */
	record Move(Purpose purpose, long gained, long lost) {

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
		List<String> counts = new ArrayList<>();
		SqlBindings values = SqlBindings.of(this.clock.instant());
		for (Purpose purpose : before.defaults().keySet()) {
			String was = allowed(purpose, before, values);
			String is = allowed(purpose, after, values);
			if (!was.equals(is)) {
				purposes.add(purpose);
				counts.add(count(is, was));
				counts.add(count(was, is));
			}
		}
		List<Long> people = purposes.isEmpty() ? List.of() : count(counts, values);
		return IntStream.range(0, purposes.size())
			.mapToObj((each) -> new Move(purposes.get(each), people.get(2 * each), people.get(2 * each + 1)))
			.toList();
	}

	private String allowed(Purpose purpose, ChannelSettingsForm form, SqlBindings values) {
		ConsentDefaults defaults = new ConsentDefaults(form.defaults());
		return purpose.channel()
			.map((channel) -> form.channels().contains(channel)
					? ReachSql.of(channel, defaults, this.limits, values).may() : NOBODY)
			.orElseGet(() -> ConsentSql.of(purpose, defaults));
	}

	private static String count(String these, String butThose) {
		return "count(case when (" + these + ") and not (" + butThose + ") then 1 end)";
	}

	private List<Long> count(List<String> counts, SqlBindings values) {
		try {
			return this.queries.ask((jdbc) -> jdbc.sql("select " + String.join(", ", counts) + " from profile p")
				.params(values.values())
				.query((row, number) -> {
					List<Long> people = new ArrayList<>();
					for (int column = 1; column <= counts.size(); column++) {
						people.add(row.getLong(column));
					}
					return people;
				})
				.single());
		}
		catch (QueryTimeoutException ex) {
			return Collections.nCopies(counts.size(), UNKNOWN);
		}
	}

}
