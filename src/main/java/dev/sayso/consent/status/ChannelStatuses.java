package dev.sayso.consent.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
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

	private final RuleFacts facts;

	ChannelStatuses(BatchedQueries queries, ProfilesWithSay profiles, Says says, ConsentSettings settings,
			RuleFacts facts) {
		this.facts = facts;
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
		StatusQueries rest = new StatusQueries("= any(?)", ids, this.settings.channelsInUse());
		this.queries.ask(rest.all());
		List<Profile> there = people.stream().filter((person) -> rest.knows(person.id())).toList();
		Gathered gathered = gather(rest, there.stream().map(Profile::id).toList(), () -> there);
		Map<ProfileId, ContactStatus> statuses = new HashMap<>();
		there.forEach((person) -> statuses.put(person.id(), gathered.status(person.id(), person.addresses())));
		return statuses;
	}

	/**
	 * All who have one of these names; a name may be that of several.
	 * @param column of the profile, which holds the names
	 */
	public List<Named> find(String column, Collection<?> names, Channel channel) {
		if (names.size() == 1) {
			return find(column, names.iterator().next(), channel);
		}
		Object[] values = column.equals("id") ? names.toArray(UUID[]::new) : names.toArray(String[]::new);
		Query<List<Person>> people = people(column, "= any(?)", values, channel);
		this.queries.ask(List.of(people));
		UUID[] ids = people.answer().stream().map((person) -> person.id().id()).toArray(UUID[]::new);
		if (ids.length == 0) {
			return List.of();
		}
		StatusQueries rest = new StatusQueries("= any(?)", ids, List.of(channel));
		this.queries.ask(rest.all());
		return named(people.answer(), rest, channel);
	}

	/**
	 * Asked with the name itself instead of a list of one: PostgreSQL plans that once and
	 * keeps the plan, while it plans anew for each list, which takes it longer than to
	 * answer.
	 */
	private List<Named> find(String column, Object name, Channel channel) {
		Query<List<Person>> people = people(column, "= ?", name, channel);
		String who = column.equals("id") ? "= ?" : "in (select o.id from profile o where o." + column + " = ?)";
		StatusQueries rest = new StatusQueries(who, name, List.of(channel));
		this.queries.ask(rest.with(people));
		return named(people.answer(), rest, channel);
	}

	/**
	 * @param address on the channel, normalised
	 */
	private record Person(ProfileId id, Object name, @Nullable String address) {

	}

	/**
	 * @param which the condition on their names, with one parameter
	 */
	private static Query<List<Person>> people(String column, String which, Object value, Channel channel) {
		String sql = "select p.id, p." + column + ", " + SearchKeys.addressColumn("p", channel)
				+ " from profile p where p." + column + " " + which;
		return new Query<>(sql, Collections.singletonList(value), (rows) -> {
			List<Person> people = new ArrayList<>();
			while (rows.next()) {
				UUID id = rows.getObject(1, UUID.class);
				people.add(
						new Person(new ProfileId(id), column.equals("id") ? id : rows.getString(2), rows.getString(3)));
			}
			return people;
		});
	}

	private List<Named> named(List<Person> people, StatusQueries rest, Channel channel) {
		List<Person> there = people.stream().filter((person) -> rest.knows(person.id())).toList();
		List<ProfileId> ids = there.stream().map(Person::id).toList();
		Gathered gathered = gather(rest, ids, () -> this.profiles.find(ids));
		return there.stream().map((person) -> {
			Map<Channel, String> address = (person.address() != null) ? Map.of(channel, person.address()) : Map.of();
			return new Named(person.id(), person.name(), gathered.status(person.id(), address));
		}).toList();
	}

	/**
	 * What follows from the answers.
	 *
	 * @param refusers those who said no and have the address of somebody else
	 * @param facts what rules read; empty where none reads anything
	 */
	private record Gathered(StatusQueries rest, Map<ProfileId, Say> says, Map<UUID, Profile> refusers,
			Map<ProfileId, Say> refused, ConsentDefaults defaults, Map<ProfileId, PersonFacts> facts) {

		ContactStatus status(ProfileId person, Map<Channel, String> addresses) {
			return new ContactStatus(Objects.requireNonNull(this.says.get(person)), addresses,
					this.rest.suppressions(person), this.rest.sharers(person, this.refusers, this.refused),
					this.defaults, this.facts.get(person));
		}

	}

	/**
	 * @param profiles those of these people, read only where a rule asks for more of them
	 */
	private Gathered gather(StatusQueries rest, List<ProfileId> people, Supplier<List<Profile>> profiles) {
		Map<UUID, Profile> refusers = refusers(rest);
		Map<ProfileId, Say> refused = this.says.find(refusers.values().stream().map(Profile::id).toList());
		ConsentDefaults defaults = this.settings.defaults();
		Map<ProfileId, Say> says = new HashMap<>();
		people.forEach((person) -> says.put(person, rest.say(person)));
		return new Gathered(rest, says, refusers, refused, defaults, this.facts.load(profiles, says, defaults, null));
	}

	/** Those who said no and have the address of somebody else; they are few. */
	private Map<UUID, Profile> refusers(StatusQueries rest) {
		List<ProfileId> ids = rest.refusers();
		return this.profiles.find(ids)
			.stream()
			.collect(Collectors.toMap((profile) -> profile.id().id(), Function.identity()));
	}

}
