package dev.sayso.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonPart;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PastSays;
import dev.sayso.person.Origin;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.BatchedQueries;

/**
 * What each person subscribes to, or did, as it stands now. Read by many, changed by
 * {@link RecordSubscription} alone; {@link Subscribers} reads the same from the side of
 * services.
 */
@Component
public class Subscriptions implements PersonPart<Subscriptions.OfPerson> {

	/** Every query begins with them, and {@link #subscription(ResultSet)} reads them. */
	static final String COLUMNS = """
			select s.profile_id, s.service, s.state, s.since, s.said_at, s.until, s.frequency, s.origin, s.own, s.actor_name,
				s.reason, s.source, s.ledger_id
			from subscription s
			""";

	private final JdbcClient jdbc;

	private final PastSays past;

	Subscriptions(JdbcClient jdbc, PastSays past) {
		this.jdbc = jdbc;
		this.past = past;
	}

	/**
	 * The subscriptions of one person.
	 *
	 * @param byService by the key of the service
	 */
	public record OfPerson(Map<String, Subscription> byService) {

		static final OfPerson NONE = new OfPerson(Map.of());

		public Optional<Subscription> find(String service) {
			return Optional.ofNullable(this.byService.get(service));
		}

	}

	public OfPerson find(ProfileId profile) {
		return this.jdbc.sql(COLUMNS + "where s.profile_id = ? order by s.service")
			.param(profile.id())
			.query(Subscriptions::read);
	}

	public Optional<Subscription> find(ProfileId profile, String service) {
		return this.jdbc.sql(COLUMNS + "where s.profile_id = ? and s.service = ?")
			.params(profile.id(), service)
			.query((row, number) -> subscription(row))
			.optional();
	}

	@Override
	public Class<OfPerson> type() {
		return OfPerson.class;
	}

	@Override
	public Map<ProfileId, OfPerson> load(Collection<ProfileId> people) {
		Map<ProfileId, Map<String, Subscription>> found = new HashMap<>();
		people.forEach((person) -> found.put(person, new LinkedHashMap<>()));
		if (!people.isEmpty()) {
			this.jdbc.sql(COLUMNS + "where s.profile_id = any(:people)")
				.param("people", people.stream().map(ProfileId::id).toArray(UUID[]::new))
				.query((row, number) -> subscription(row))
				.list()
				.forEach((subscription) -> found.get(subscription.profile()).put(subscription.service(), subscription));
		}
		Map<ProfileId, OfPerson> loaded = new HashMap<>();
		found.forEach((person, byService) -> loaded.put(person, new OfPerson(byService)));
		return loaded;
	}

	/** How often something came then is known only where nothing was said since. */
	@Override
	public Map<ProfileId, OfPerson> load(Collection<ProfileId> people, Instant at) {
		Map<ProfileId, OfPerson> current = load(people);
		Map<ProfileId, Map<String, LedgerEntry>> said = this.past.findAll(people, Service.PURPOSE, at);
		Map<ProfileId, OfPerson> loaded = new HashMap<>();
		people.forEach((person) -> {
			Map<String, Subscription> byService = new LinkedHashMap<>();
			said.getOrDefault(person, Map.of()).values().forEach((entry) -> {
				String service = entry.purpose().substring(Service.PURPOSE.length());
				byService.put(service,
						current.get(person)
							.find(service)
							.filter((now) -> now.ledgerId().equals(entry.id()))
							.orElseGet(() -> subscription(service, entry)));
			});
			loaded.put(person, new OfPerson(byService));
		});
		return loaded;
	}

	private static Subscription subscription(String service, LedgerEntry entry) {
		return new Subscription(entry.profile(), service, SubscriptionState.of(entry.after()), entry.at(),
				entry.saidAt(), null, null, entry.origin(), entry.own(), entry.actor().name(), entry.reason(),
				entry.source(), entry.id());
	}

	@Override
	public BatchedQueries.Query<OfPerson> ask(String person, List<Object> values) {
		return new BatchedQueries.Query<>(COLUMNS + "where s.profile_id in (" + person + ")", values,
				Subscriptions::read);
	}

	@Override
	public OfPerson ofNobody() {
		return OfPerson.NONE;
	}

	void save(Subscription subscription) {
		Instant until = subscription.until();
		List<@Nullable Object> values = new ArrayList<>();
		Collections.addAll(values, subscription.state().key(), utc(subscription.since()), utc(subscription.saidAt()),
				(until != null) ? utc(until) : null, subscription.frequency(), subscription.origin().key(),
				subscription.own(), subscription.actor(), subscription.reason(), subscription.source(),
				subscription.ledgerId(), subscription.profile().id(), subscription.service());
		int updated = this.jdbc
			.sql("""
					update subscription set state = ?, since = ?, said_at = ?, until = ?, frequency = ?, origin = ?, own = ?,
						actor_name = ?, reason = ?, source = ?, ledger_id = ?
					where profile_id = ? and service = ?""")
			.params(values)
			.update();
		if (updated == 0) {
			this.jdbc
				.sql("""
						insert into subscription (state, since, said_at, until, frequency, origin, own, actor_name, reason, source,
							ledger_id, profile_id, service)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(values)
				.update();
		}
	}

	void delete(ProfileId profile, String service) {
		this.jdbc.sql("delete from subscription where profile_id = ? and service = ?")
			.params(profile.id(), service)
			.update();
	}

	private static OfPerson read(ResultSet rows) throws SQLException {
		Map<String, Subscription> byService = new LinkedHashMap<>();
		while (rows.next()) {
			Subscription subscription = subscription(rows);
			byService.put(subscription.service(), subscription);
		}
		return new OfPerson(byService);
	}

	static Subscription subscription(ResultSet row) throws SQLException {
		OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
		return new Subscription(new ProfileId(row.getObject("profile_id", UUID.class)), row.getString("service"),
				SubscriptionState.of(row.getString("state")), instant(row, "since"), instant(row, "said_at"),
				(until != null) ? until.toInstant() : null, row.getString("frequency"),
				Origin.of(row.getString("origin")), row.getBoolean("own"), row.getString("actor_name"),
				row.getString("reason"), row.getString("source"), row.getObject("ledger_id", UUID.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
