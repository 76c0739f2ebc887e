package dev.sayso.audience;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.TimedQueries;

/**
 * Finds some of the profiles a condition matches, beginning at a bucket.
 */
@Component
class PeopleSampler {

	/** The time limit of a query, in seconds. */
	private static final int LIMIT = 2;

	private final TimedQueries queries;

	private final Profiles profiles;

	private final Clock clock;

	private final TimeFormat times;

	PeopleSampler(TimedQueries queries, Profiles profiles, Clock clock, TimeFormat times) {
		this.queries = queries;
		this.profiles = profiles;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * A sample; smaller than the limit where the query took too long.
	 * @param bucket where to begin, 0 to 1023
	 */
	List<Profile> sample(CompiledCondition condition, int bucket, int limit) {
		List<ProfileId> ids = new ArrayList<>();
		try {
			ids.addAll(ids(condition, "p.bucket >= :bucket", bucket, limit));
			if (ids.size() < limit && bucket > 0) {
				ids.addAll(ids(condition, "p.bucket < :bucket", bucket, limit - ids.size()));
			}
		}
		catch (DataAccessException ex) {
			// the profiles found in time are shown
		}
		Map<ProfileId, Profile> profiles = this.profiles.findByIdIn(ids)
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		return ids.stream().map(profiles::get).filter(Objects::nonNull).toList();
	}

	private List<ProfileId> ids(CompiledCondition condition, String from, int bucket, int limit) {
		CompiledCondition.Where where = condition.where(this.clock.instant(), this.times.zone());
		return this.queries.ask(LIMIT,
				(store) -> store
					.sql("select p.id from profile p where " + from + " and " + where.sql()
							+ " order by p.bucket, p.id limit " + limit)
					.params(where.values())
					.param("bucket", bucket)
					.query((row, index) -> new ProfileId(row.getObject(1, UUID.class)))
					.list());
	}

}
