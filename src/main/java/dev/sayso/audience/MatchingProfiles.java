package dev.sayso.audience;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.TimedQueries;

/**
 * Asks the store about the profiles that a condition matches now.
 */
@Component
public class MatchingProfiles {

	private final TimedQueries queries;

	private final Clock clock;

	private final TimeFormat times;

	MatchingProfiles(TimedQueries queries, Clock clock, TimeFormat times) {
		this.queries = queries;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * Runs a statement about profiles {@code p}.
	 * @param seconds the time limit; 0 for none
	 * @param sql has {@code %s} where a profile has to match
	 * @throws org.springframework.dao.QueryTimeoutException when it takes the store too
	 * long
	 */
	<T> T ask(int seconds, CompiledCondition condition, String sql, Function<JdbcClient.StatementSpec, T> read) {
		CompiledCondition.Where where = condition.where(this.clock.instant(), this.times.zone());
		return this.queries.ask(seconds,
				(store) -> read.apply(store.sql(sql.formatted(where.sql())).params(where.values())));
	}

	/**
	 * The first of those who match, in the order of their buckets, which have nothing to
	 * do with who they are.
	 * @throws org.springframework.dao.QueryTimeoutException when it takes the store too
	 * long
	 */
	public List<ProfileId> first(int seconds, CompiledCondition condition, int most) {
		return ask(seconds, condition, "select p.id from profile p where %s order by p.bucket, p.id limit " + most,
				(query) -> query.query((row, index) -> new ProfileId(row.getObject(1, UUID.class))).list());
	}

	/**
	 * How many match.
	 * @param among which of the profiles {@code p} are looked at, as SQL
	 * @throws org.springframework.dao.QueryTimeoutException when it takes the store too
	 * long
	 */
	public long count(int seconds, CompiledCondition condition, String among) {
		return ask(seconds, condition, "select count(*) from profile p where " + among + " and %s",
				(query) -> query.query(Long.class).single());
	}

}
