package dev.sayso.profile.list;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.SqlBindings;
import dev.sayso.consent.LastChange;
import dev.sayso.consent.status.ProfilesWithSay;
import dev.sayso.person.Profile;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.TimedQueries;

/**
 * Finds the people who match a {@link ProfileQuery}, a page or a chunk at a time.
 */
@Component
public class ProfileSearch {

	private static final int PAGE_SECONDS = 10;

	private static final int FILE_SECONDS = 120;

	private static final int CHUNK = 2_000;

	/** How many are found at once: a few megabytes of ids. */
	private static final int BATCH = 250_000;

	private final TimedQueries queries;

	private final ProfilesWithSay profiles;

	private final ProfileFilterConditions filters;

	private final ConditionCompiler conditions;

	private final Clock clock;

	private final TimeFormat times;

	ProfileSearch(TimedQueries queries, ProfilesWithSay profiles, ProfileFilterConditions filters,
			ConditionCompiler conditions, Clock clock, TimeFormat times) {
		this.queries = queries;
		this.profiles = profiles;
		this.filters = filters;
		this.conditions = conditions;
		this.clock = clock;
		this.times = times;
	}

	/** A person who matches: when they changed last, and their place in the order. */
	record Match(ProfileId id, LastChange change, ProfileCursor cursor) {

	}

	/** Some people in order, and whether more come before and after them. */
	record Page(List<Match> people, boolean before, boolean after) {

	}

	/** A page, and how many match, counted no further than one past the limit. */
	record Answer(Page page, int matching) {

	}

	/** Whether a query can be asked: what it holds may come from anywhere. */
	public boolean canAsk(ProfileQuery query) {
		try {
			where(query, new SqlBindings());
			return true;
		}
		catch (InvalidConditionException bad) {
			return false;
		}
	}

	/** How many people match, counted no further than one past the limit. */
	public int count(ProfileQuery query, int limit) {
		SqlBindings values = new SqlBindings();
		String sql = "select count(*) from (select 1 as one from profile p where " + where(query, values) + " limit "
				+ (limit + 1) + ") m";
		return this.queries.ask((store) -> store.sql(sql).params(values.values()).query(Integer.class).single());
	}

	/**
	 * Hands over everybody who matches, some at a time, in an order that changes made
	 * meanwhile do not disturb. Who matches is asked seldom, since that may take long; no
	 * transaction waits for whom they are handed to.
	 */
	public void each(ProfileQuery query, Consumer<List<Profile>> consumer) {
		each((last) -> {
			SqlBindings values = new SqlBindings();
			return batch(where(query, values), last, values);
		}, consumer);
	}

	/** The same with everybody who is in some of the buckets. */
	public void each(int fromBucket, int toBucket, Consumer<List<Profile>> consumer) {
		each((last) -> {
			SqlBindings values = new SqlBindings();
			return batch("p.bucket >= " + values.bind(fromBucket) + " and p.bucket < " + values.bind(toBucket), last,
					values);
		}, consumer);
	}

	private List<ProfileId> batch(String where, UUID last, SqlBindings values) {
		return ids(FILE_SECONDS, where + " and p.id > " + values.bind(last) + " order by p.id limit " + BATCH, values);
	}

	private void each(Function<UUID, List<ProfileId>> after, Consumer<List<Profile>> consumer) {
		List<ProfileId> batch = after.apply(new UUID(0, 0));
		while (!batch.isEmpty()) {
			for (int from = 0; from < batch.size(); from += CHUNK) {
				consumer.accept(this.profiles.find(batch.subList(from, Math.min(from + CHUNK, batch.size()))));
			}
			batch = (batch.size() < BATCH) ? List.of() : after.apply(batch.get(batch.size() - 1).id());
		}
	}

	/**
	 * A page of the list, and how long the whole is. Where few match they are found first
	 * and ordered then: in order, one would walk past everybody to find them.
	 * @param from where the page begins or ends; null for the first
	 */
	public Answer answer(ProfileQuery query, @Nullable ProfileCursor from, int size, int limit) {
		if (!query.narrows()) {
			return new Answer(page(query, from, size), count(query, limit));
		}
		SqlBindings values = new SqlBindings();
		List<ProfileId> matching = some(query, values, "", limit);
		return (matching.size() > limit) ? new Answer(page(query, from, size), matching.size())
				: new Answer(ProfilePageQuery.among(matching, query, from, size).read(this.queries), matching.size());
	}

	Page page(ProfileQuery query, @Nullable ProfileCursor from, int size) {
		SqlBindings values = new SqlBindings();
		return ProfilePageQuery.of(where(query, values), values, query, from, size).read(this.queries);
	}

	/** Some of those who match, one more than the limit where there are more. */
	List<ProfileId> some(ProfileQuery query, SqlBindings values, String besides, int limit) {
		return ids(PAGE_SECONDS, where(query, values) + besides + " limit " + (limit + 1), values);
	}

	private List<ProfileId> ids(int seconds, String where, SqlBindings values) {
		return this.queries.ask(seconds,
				(store) -> store.sql("select p.id from profile p where " + where)
					.params(values.values())
					.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
					.list());
	}

	/**
	 * The query in SQL, about the person {@code p}.
	 * @throws InvalidConditionException when the query has a condition that cannot be
	 * asked
	 */
	private String where(ProfileQuery query, SqlBindings values) {
		return Stream
			.concat(Stream.of(search(query.q(), values)),
					query.filters().stream().map((filter) -> sql(compiled(filter), values)))
			.collect(Collectors.joining("\n\tand "));
	}

	private String search(String q, SqlBindings values) {
		String condition = sql(askable(Stream.of(this.filters.search(q))), values);
		return Ids.parse(q).map((id) -> "(" + condition + " or p.id = " + values.bind(id) + ")").orElse(condition);
	}

	/**
	 * Nobody is who a value says that means nothing, but a condition is taken as it is
	 * written or not at all.
	 */
	private CompiledCondition compiled(ProfileQuery.Filter filter) {
		try {
			return this.conditions.compile(this.filters.create(filter));
		}
		catch (InvalidConditionException bad) {
			if (filter.kind() == ProfileFilter.CONDITION) {
				throw bad;
			}
			return askable(this.filters.each(filter));
		}
	}

	private CompiledCondition askable(Stream<Condition> values) {
		return this.conditions.compile(ProfileFilterConditions
			.anyOf(values.filter((condition) -> this.conditions.faults(condition).isEmpty()).toList()));
	}

	private String sql(CompiledCondition compiled, SqlBindings values) {
		return "(" + compiled.where(this.clock.instant(), this.times.zone(), values) + ")";
	}

}
