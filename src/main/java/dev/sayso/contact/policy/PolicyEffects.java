package dev.sayso.contact.policy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.SqlBindings;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.contact.MarketingActions;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.TimedQueries;

/**
 * Counts, in one query, what a policy leaves out before and after, who moves, and which
 * others leave nobody together with it; and lists who moves.
 */
@Component
class PolicyEffects {

	/** The time limit of a query, in seconds. */
	private static final int LIMIT = 20;

	private final TimedQueries queries;

	private final PolicyConditions conditions;

	private final MarketingActions actions;

	private final ConsentSettings settings;

	private final TimeFormat times;

	private final Clock clock;

	PolicyEffects(TimedQueries queries, PolicyConditions conditions, MarketingActions actions, ConsentSettings settings,
			TimeFormat times, Clock clock) {
		this.queries = queries;
		this.conditions = conditions;
		this.actions = actions;
		this.settings = settings;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * What a policy would do; empty where counting takes too long.
	 * @param before what is in force of it; null for nothing
	 */
	Optional<PolicyEffect> count(@Nullable PolicyContent before, PolicyContent after, List<EffectQuery.Other> others) {
		long begun = System.nanoTime();
		SqlBindings values = SqlBindings.of(this.clock.instant());
		EffectQuery query = query(before, after, values);
		String text = query.text(others);
		try {
			List<Long> counted = this.queries.ask(LIMIT,
					(store) -> store.sql(text).params(values.values()).query((row, number) -> {
						List<Long> columns = new ArrayList<>();
						for (int at = 1; at <= query.size(); at++) {
							columns.add(row.getLong(at));
						}
						return columns;
					}).single());
			double seconds = Math.max(1, Math.round((System.nanoTime() - begun) / 100_000_000.0)) / 10.0;
			return Optional.of(query.read(counted, seconds));
		}
		catch (DataAccessException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Somebody who moves.
	 *
	 * @param channels on which
	 */
	record Mover(ProfileId profile, List<Channel> channels) {

	}

	/**
	 * Some who are left out and were not, or the other way round, in the order of their
	 * ids; none where finding them takes too long.
	 * @param in whether they are let in
	 * @param behind the id behind which to begin; null for the first
	 */
	List<Mover> movers(@Nullable PolicyContent before, PolicyContent after, boolean in, @Nullable UUID behind,
			int limit) {
		try {
			return find(before, after, in, behind, limit);
		}
		catch (DataAccessException ex) {
			return List.of();
		}
	}

	/**
	 * The same for a list that must be whole.
	 * @throws DataAccessException where finding them takes too long
	 */
	List<Mover> find(@Nullable PolicyContent before, PolicyContent after, boolean in, @Nullable UUID behind,
			int limit) {
		SqlBindings values = SqlBindings.of(this.clock.instant());
		List<Channel> channels = this.settings.channelsInUse();
		List<String> moved = query(before, after, values).moved(in);
		String from = (behind != null) ? " and p.id > " + values.bind(behind) : "";
		String text = "select p.id, " + String.join(", ", moved) + " from profile p where " + PolicySql.any(moved)
				+ from + " order by p.id limit " + limit;
		return this.queries.ask(LIMIT, (store) -> store.sql(text).params(values.values()).query((row, number) -> {
			List<Channel> on = new ArrayList<>();
			for (int at : IntStream.range(0, moved.size()).toArray()) {
				if (row.getBoolean(2 + at)) {
					on.add(channels.get(at));
				}
			}
			return new Mover(new ProfileId(row.getObject(1, UUID.class)), on);
		}).list());
	}

	private EffectQuery query(@Nullable PolicyContent before, PolicyContent after, SqlBindings values) {
		return new EffectQuery(this.settings.channelsInUse(), this.actions.known(),
				new PolicySql(this.conditions.resolved(), this.times.zone(), values), before, after);
	}

}
