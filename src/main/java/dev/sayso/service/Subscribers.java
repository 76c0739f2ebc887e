package dev.sayso.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people of services, from the table that {@link Subscriptions} keeps: counted and
 * listed for a service, and those whose time ends.
 */
@Component
class Subscribers {

	private final JdbcClient jdbc;

	Subscribers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many there are of a service in each state. */
	Map<SubscriptionState, Long> counts(String service) {
		Map<SubscriptionState, Long> counts = new EnumMap<>(SubscriptionState.class);
		this.jdbc.sql("select state, count(*) from subscription where service = ? group by state")
			.param(service)
			.query((row) -> {
				counts.put(SubscriptionState.of(row.getString(1)), row.getLong(2));
			});
		return counts;
	}

	/** How many are subscribed to each service that has any. */
	Map<String, Long> subscribed() {
		Map<String, Long> counts = new HashMap<>();
		this.jdbc.sql("select service, count(*) from subscription where state = 'subscribed' group by service")
			.query((row) -> {
				counts.put(row.getString(1), row.getLong(2));
			});
		return counts;
	}

	/**
	 * Where a page of a service's subscriptions begins.
	 *
	 * @param since of the last one that was shown
	 */
	record Place(Instant since, UUID profile) {

	}

	/** Some subscriptions of a service, the latest first. */
	List<Subscription> latest(String service, @Nullable SubscriptionState state, @Nullable Place after, int limit) {
		JdbcClient.StatementSpec query = this.jdbc
			.sql(Subscriptions.COLUMNS + "where s.service = :service" + ((state != null) ? " and s.state = :state" : "")
					+ ((after != null) ? " and (s.since < :since or (s.since = :since and s.profile_id < :profile))"
							: "")
					+ " order by s.since desc, s.profile_id desc limit :limit")
			.param("service", service)
			.param("limit", limit);
		if (state != null) {
			query.param("state", state.key());
		}
		if (after != null) {
			query.param("since", Subscriptions.utc(after.since())).param("profile", after.profile());
		}
		return query.query(Subscribers::subscription).list();
	}

	/** Those whose time has passed. */
	List<Subscription> due(Instant now, int limit) {
		return this.jdbc
			.sql(Subscriptions.COLUMNS
					+ "where s.until <= ? and s.state in ('subscribed', 'pending') order by s.until limit ?")
			.params(Subscriptions.utc(now), limit)
			.query(Subscribers::subscription)
			.list();
	}

	/** Lets all who are subscribed to a service be so until another time. */
	void extend(String service, @Nullable Instant until) {
		this.jdbc.sql("""
				update subscription set until = :until where service = :service and state = 'subscribed'
					and until is distinct from cast(:until as timestamp(6) with time zone)""")
			.param("until", (until != null) ? Subscriptions.utc(until) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("service", service)
			.update();
	}

	private static Subscription subscription(ResultSet row, int number) throws SQLException {
		return Subscriptions.subscription(row);
	}

}
