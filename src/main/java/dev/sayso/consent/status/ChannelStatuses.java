package dev.sayso.consent.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.status.ContactStatus.Sharer;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.person.Profile;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.BatchedQueries;
import dev.sayso.store.BatchedQueries.Query;

/**
 * What verdicts on one channel depend on, of people by name. No more than that is read,
 * of one person in one round trip to the store and of many in two, since senders ask for
 * millions (figures <em>check of one profile</em> and <em>checks as NDJSON</em> of the
 * benchmark); {@link ContactStatuses} reads the same for all channels.
 */
@Component
public class ChannelStatuses {

	private final BatchedQueries queries;

	private final ProfilesWithSay profiles;

	private final Says says;

	private final ConsentSettings settings;

	ChannelStatuses(BatchedQueries queries, ProfilesWithSay profiles, Says says, ConsentSettings settings) {
		this.queries = queries;
		this.profiles = profiles;
		this.says = says;
		this.settings = settings;
	}

	/**
	 * Somebody who has one of the names.
	 *
	 * @param name as the store has it
	 */
	public record Named(ProfileId id, Object name, ContactStatus status) {

	}

	/**
	 * All who have one of these names; a name may be that of several.
	 * @param column of the profile, which holds the names
	 */
	public List<Named> find(String column, Collection<?> names, Channel channel) {
		Object[] values = column.equals("id") ? names.toArray(UUID[]::new) : names.toArray(String[]::new);
		Query<List<Person>> people = people(column, values, channel);
		if (values.length == 1) {
			Rest rest = new Rest("in (select o.id from profile o where o." + column + " = any(?))", values, channel);
			this.queries.ask(rest.with(people));
			return named(people.answer(), rest, channel);
		}
		this.queries.ask(List.of(people));
		UUID[] ids = people.answer().stream().map((person) -> person.id().id()).toArray(UUID[]::new);
		if (ids.length == 0) {
			return List.of();
		}
		Rest rest = new Rest("= any(?)", ids, channel);
		this.queries.ask(rest.all());
		return named(people.answer(), rest, channel);
	}

	/**
	 * @param address on the channel, normalised
	 */
	private record Person(ProfileId id, Object name, @Nullable String address) {

	}

	private static Query<List<Person>> people(String column, Object[] names, Channel channel) {
		String sql = "select p.id, p." + column + ", " + SearchKeys.addressColumn("p", channel)
				+ " from profile p where p." + column + " = any(?)";
		return new Query<>(sql, Collections.singletonList(names), (rows) -> {
			List<Person> people = new ArrayList<>();
			while (rows.next()) {
				UUID id = rows.getObject(1, UUID.class);
				people.add(new Person(new ProfileId(id), column.equals("id") ? id : rows.getString(2),
						rows.getString(3)));
			}
			return people;
		});
	}

	/** What is asked of them besides their names. */
	private static final class Rest {

		private final Query<Map<UUID, List<Consent>>> consents;

		private final Query<Map<UUID, List<Pause>>> pauses;

		private final Query<Map<UUID, List<Suppression>>> suppressions;

		private final Query<Map<UUID, List<UUID>>> refusers;

		/**
		 * @param who the condition on their ids, with one parameter
		 */
		Rest(String who, Object[] values, Channel channel) {
			this.consents = new Query<>("select s.profile_id, " + Says.CONSENTS
					+ " from say s left join consent c on c.profile_id = s.profile_id where s.profile_id " + who,
					Collections.singletonList(values), (rows) -> read(rows,
							(row) -> (row.getString("purpose") != null) ? Says.consent(row) : null));
			this.pauses = new Query<>("select u.profile_id, " + Says.PAUSES + " from pause u where u.profile_id " + who,
					Collections.singletonList(values), (rows) -> read(rows, Says::pause));
			this.suppressions = new Query<>(
					"select d.profile_id, " + Suppressions.COLUMNS + " from suppressed_profile d"
							+ " join suppression u on u.id = d.suppression_id where d.profile_id " + who
							+ " and u.channel = ?",
					List.of(values, channel.key()), (rows) -> read(rows, Suppressions::suppression));
			this.refusers = new Query<>(
					"select p.id, t.id as refuser from profile p join profile t on "
							+ SearchKeys.addressColumn("t", channel) + " = " + SearchKeys.addressColumn("p", channel)
							+ " and t.id <> p.id where p.id " + who + " and exists (select 1 from consent c"
							+ " where c.profile_id = t.id and c.choice = 'n' and c.purpose in (?, ?))",
					List.of(values, Purpose.MARKETING_ANY.key(), Purpose.marketing(channel).key()),
					(rows) -> read(rows, (row) -> row.getObject(2, UUID.class)));
		}

		List<Query<?>> all() {
			return List.of(this.consents, this.pauses, this.suppressions, this.refusers);
		}

		List<Query<?>> with(Query<?> first) {
			return List.of(first, this.consents, this.pauses, this.suppressions, this.refusers);
		}

		private static <T> Map<UUID, List<T>> read(ResultSet rows, RowReader<T> reader) throws SQLException {
			Map<UUID, List<T>> read = new HashMap<>();
			while (rows.next()) {
				List<T> ofOne = read.computeIfAbsent(rows.getObject(1, UUID.class), (id) -> new ArrayList<>(4));
				T each = reader.read(rows);
				if (each != null) {
					ofOne.add(each);
				}
			}
			return read;
		}

	}

	@FunctionalInterface
	private interface RowReader<T> {

		@Nullable T read(ResultSet row) throws SQLException;

	}

	/** Whoever has no say any more was erased since their name was read. */
	private List<Named> named(List<Person> people, Rest rest, Channel channel) {
		Map<UUID, Sharer> refusers = refusers(rest.refusers.answer().values(), channel);
		ConsentDefaults defaults = this.settings.defaults();
		return people.stream().filter((person) -> rest.consents.answer().containsKey(person.id().id())).map((person) -> {
			UUID id = person.id().id();
			Say say = Say.of(person.id(), rest.consents.answer().getOrDefault(id, List.of()),
					rest.pauses.answer().getOrDefault(id, List.of()), null);
			Map<Channel, String> address = (person.address() != null) ? Map.of(channel, person.address()) : Map.of();
			List<Sharer> sharers = rest.refusers.answer()
				.getOrDefault(id, List.of())
				.stream()
				.map(refusers::get)
				.filter(Objects::nonNull)
				.toList();
			return new Named(person.id(), person.name(), new ContactStatus(say, address,
					rest.suppressions.answer().getOrDefault(id, List.of()), sharers, defaults));
		}).toList();
	}

	/** Those who said no and have the address of somebody else; they are few. */
	private Map<UUID, Sharer> refusers(Collection<List<UUID>> found, Channel channel) {
		Set<ProfileId> ids = new HashSet<>();
		found.forEach((each) -> each.forEach((id) -> ids.add(new ProfileId(id))));
		if (ids.isEmpty()) {
			return Map.of();
		}
		Map<ProfileId, Say> said = this.says.find(ids);
		return this.profiles.find(ids)
			.stream()
			.collect(Collectors.toMap((profile) -> profile.id().id(), (Profile profile) -> new Sharer(profile.id(),
					profile.name(), Set.of(channel), said.get(profile.id()))));
	}

}
