package dev.sayso.consent.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
 * What verdicts depend on, read for very many people: of others who have their addresses
 * no more than those who said no, of one person in one round trip to the store and of
 * many in two (figures <em>check of one profile</em>, <em>checks as NDJSON</em> and
 * <em>export</em> of the benchmark). {@link ContactStatuses} reads the same with all who
 * share an address.
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
	 * What verdicts on channels in use depend on, of each of these people; whoever was
	 * erased meanwhile is left out.
	 */
	public Map<ProfileId, ContactStatus> find(Collection<Profile> people) {
		UUID[] ids = people.stream().map((person) -> person.id().id()).toArray(UUID[]::new);
		if (ids.length == 0) {
			return Map.of();
		}
		Rest rest = new Rest("= any(?)", ids, this.settings.channelsInUse());
		this.queries.ask(rest.all());
		Map<UUID, Profile> refusers = refusers(rest);
		Map<ProfileId, Say> said = this.says.find(refusers.values().stream().map(Profile::id).toList());
		ConsentDefaults defaults = this.settings.defaults();
		Map<ProfileId, ContactStatus> statuses = new HashMap<>();
		people.stream()
			.filter((person) -> rest.consents.answer().containsKey(person.id().id()))
			.forEach((person) -> statuses.put(person.id(),
					rest.status(person.id(), person.addresses(), refusers, said, defaults)));
		return statuses;
	}

	/**
	 * All who have one of these names; a name may be that of several.
	 * @param column of the profile, which holds the names
	 */
	public List<Named> find(String column, Collection<?> names, Channel channel) {
		Object[] values = column.equals("id") ? names.toArray(UUID[]::new) : names.toArray(String[]::new);
		Query<List<Person>> people = people(column, values, channel);
		if (values.length == 1) {
			Rest rest = new Rest("in (select o.id from profile o where o." + column + " = any(?))", values,
					List.of(channel));
			this.queries.ask(rest.with(people));
			return named(people.answer(), rest, channel);
		}
		this.queries.ask(List.of(people));
		UUID[] ids = people.answer().stream().map((person) -> person.id().id()).toArray(UUID[]::new);
		if (ids.length == 0) {
			return List.of();
		}
		Rest rest = new Rest("= any(?)", ids, List.of(channel));
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
				people.add(
						new Person(new ProfileId(id), column.equals("id") ? id : rows.getString(2), rows.getString(3)));
			}
			return people;
		});
	}

	/** What is asked of them besides their names. */
	private static final class Rest {

		private final Query<Map<UUID, List<Consent>>> consents;

		private final Query<Map<UUID, List<Pause>>> pauses;

		private final Query<Map<UUID, List<Suppression>>> suppressions;

		private final Query<Map<UUID, List<Refuser>>> refusers;

		/**
		 * @param who the condition on their ids, with one parameter
		 */
		Rest(String who, Object[] values, List<Channel> channels) {
			this.consents = new Query<>("select s.profile_id, " + Says.CONSENTS
					+ " from say s left join consent c on c.profile_id = s.profile_id where s.profile_id " + who,
					Collections.singletonList(values),
					(rows) -> read(rows, (row) -> (row.getString("purpose") != null) ? Says.consent(row) : null));
			this.pauses = new Query<>("select u.profile_id, " + Says.PAUSES + " from pause u where u.profile_id " + who,
					Collections.singletonList(values), (rows) -> read(rows, Says::pause));
			this.suppressions = new Query<>(
					"select d.profile_id, " + Suppressions.COLUMNS + " from suppressed_profile d"
							+ " join suppression u on u.id = d.suppression_id where d.profile_id " + who,
					Collections.singletonList(values), (rows) -> read(rows, Suppressions::suppression));
			this.refusers = new Query<>(
					channels.stream()
						.map((channel) -> refusers(who, channel))
						.collect(Collectors.joining(" union all ")),
					Collections.nCopies(channels.size(), values), (rows) -> read(rows, Refuser::of));
		}

		private static String refusers(String who, Channel channel) {
			return "select p.id, t.id as refuser, '" + channel.key() + "' as channel from profile p join profile t on "
					+ SearchKeys.addressColumn("t", channel) + " = " + SearchKeys.addressColumn("p", channel)
					+ " and t.id <> p.id where p.id " + who
					+ " and exists (select 1 from consent c where c.profile_id = t.id and c.choice = 'n' and c.purpose in ('"
					+ Purpose.MARKETING_ANY.key() + "', '" + Purpose.marketing(channel).key() + "'))";
		}

		List<Query<?>> all() {
			return List.of(this.consents, this.pauses, this.suppressions, this.refusers);
		}

		List<Query<?>> with(Query<?> first) {
			return List.of(first, this.consents, this.pauses, this.suppressions, this.refusers);
		}

		ContactStatus status(ProfileId person, Map<Channel, String> addresses, Map<UUID, Profile> refusers,
				Map<ProfileId, Say> said, ConsentDefaults defaults) {
			Say say = Say.of(person, this.consents.answer().getOrDefault(person.id(), List.of()),
					this.pauses.answer().getOrDefault(person.id(), List.of()), null);
			Map<Profile, Set<Channel>> shared = new LinkedHashMap<>();
			this.refusers.answer().getOrDefault(person.id(), List.of()).forEach((refuser) -> {
				Profile other = refusers.get(refuser.id());
				if (other != null) {
					shared.computeIfAbsent(other, (key) -> EnumSet.noneOf(Channel.class)).add(refuser.channel());
				}
			});
			List<Sharer> sharers = shared.entrySet()
				.stream()
				.map((each) -> new Sharer(each.getKey().id(), each.getKey().name(), each.getValue(),
						said.get(each.getKey().id())))
				.toList();
			return new ContactStatus(say, addresses, this.suppressions.answer().getOrDefault(person.id(), List.of()),
					sharers, defaults);
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

	/**
	 * Somebody who said no to a channel, on which they have the same address.
	 */
	private record Refuser(UUID id, Channel channel) {

		static Refuser of(ResultSet row) throws SQLException {
			return new Refuser(row.getObject(2, UUID.class), Channel.of(row.getString(3)).orElseThrow());
		}

	}

	/** Whoever has no say any more was erased since their name was read. */
	private List<Named> named(List<Person> people, Rest rest, Channel channel) {
		Map<UUID, Profile> refusers = refusers(rest);
		Map<ProfileId, Say> said = this.says.find(refusers.values().stream().map(Profile::id).toList());
		ConsentDefaults defaults = this.settings.defaults();
		return people.stream()
			.filter((person) -> rest.consents.answer().containsKey(person.id().id()))
			.map((person) -> {
				Map<Channel, String> address = (person.address() != null) ? Map.of(channel, person.address())
						: Map.of();
				return new Named(person.id(), person.name(),
						rest.status(person.id(), address, refusers, said, defaults));
			})
			.toList();
	}

	/** Those who said no and have the address of somebody else; they are few. */
	private Map<UUID, Profile> refusers(Rest rest) {
		List<ProfileId> ids = rest.refusers.answer()
			.values()
			.stream()
			.flatMap(Collection::stream)
			.map((refuser) -> new ProfileId(refuser.id()))
			.distinct()
			.toList();
		return this.profiles.find(ids)
			.stream()
			.collect(Collectors.toMap((profile) -> profile.id().id(), Function.identity()));
	}

}
