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
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Consent;
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
import dev.sayso.store.BatchedQueries.Query;

/**
 * What of very many people's status is asked of the store besides their names and
 * addresses, to be sent in one round trip.
 */
final class StatusQueries {

	private final Query<Map<UUID, List<Consent>>> consents;

	private final Query<Map<UUID, List<Pause>>> pauses;

	private final Query<Map<UUID, List<Suppression>>> suppressions;

	private final Query<Map<UUID, List<Refuser>>> refusers;

	/**
	 * @param who the condition on their ids, with one parameter
	 */
	StatusQueries(String who, Object value, List<Channel> channels) {
		this.consents = new Query<>(
				"select s.profile_id, " + Says.CONSENTS
						+ " from say s left join consent c on c.profile_id = s.profile_id where s.profile_id " + who,
				Collections.singletonList(value),
				(rows) -> read(rows, (row) -> (row.getString("purpose") != null) ? Says.consent(row) : null));
		this.pauses = new Query<>("select u.profile_id, " + Says.PAUSES + " from pause u where u.profile_id " + who,
				Collections.singletonList(value), (rows) -> read(rows, Says::pause));
		this.suppressions = new Query<>(
				"select d.profile_id, " + Suppressions.COLUMNS + " from suppressed_profile d"
						+ " join suppression u on u.id = d.suppression_id where d.profile_id " + who,
				Collections.singletonList(value), (rows) -> read(rows, Suppressions::suppression));
		this.refusers = new Query<>(
				channels.stream().map((channel) -> refusers(who, channel)).collect(Collectors.joining(" union all ")),
				Collections.nCopies(channels.size(), value), (rows) -> read(rows, Refuser::of));
	}

	/**
	 * That the address is there is asked for the embedded store: it plans as if all who
	 * have none shared one, and then compares everybody with everybody.
	 */
	private static String refusers(String who, Channel channel) {
		String address = SearchKeys.addressColumn("p", channel);
		return "select p.id, t.id as refuser, '" + channel.key() + "' as channel from profile p join profile t on "
				+ SearchKeys.addressColumn("t", channel) + " = " + address + " and t.id <> p.id where p.id " + who
				+ " and " + address + " is not null"
				+ " and exists (select 1 from consent c where c.profile_id = t.id and c.choice = 'n' and c.purpose in ('"
				+ Purpose.MARKETING_ANY.key() + "', '" + Purpose.marketing(channel).key() + "'))";
	}

	List<Query<?>> all() {
		return List.of(this.consents, this.pauses, this.suppressions, this.refusers);
	}

	List<Query<?>> with(Query<?> first) {
		return List.of(first, this.consents, this.pauses, this.suppressions, this.refusers);
	}

	/** Whether somebody is there: whoever has no say any more was erased meanwhile. */
	boolean knows(ProfileId person) {
		return this.consents.answer().containsKey(person.id());
	}

	Say say(ProfileId person) {
		return Say.of(person, this.consents.answer().getOrDefault(person.id(), List.of()),
				this.pauses.answer().getOrDefault(person.id(), List.of()), null);
	}

	List<Suppression> suppressions(ProfileId person) {
		return this.suppressions.answer().getOrDefault(person.id(), List.of());
	}

	List<Sharer> sharers(ProfileId person, Map<UUID, Profile> refusers, Map<ProfileId, Say> said) {
		Map<Profile, Set<Channel>> shared = new LinkedHashMap<>();
		this.refusers.answer().getOrDefault(person.id(), List.of()).forEach((refuser) -> {
			Profile other = refusers.get(refuser.id());
			if (other != null) {
				shared.computeIfAbsent(other, (key) -> EnumSet.noneOf(Channel.class)).add(refuser.channel());
			}
		});
		return shared.entrySet()
			.stream()
			.map((each) -> new Sharer(each.getKey().id(), each.getKey().name(), each.getValue(),
					said.get(each.getKey().id())))
			.toList();
	}

	/** All who said no and share an address with one of them. */
	List<ProfileId> refusers() {
		return this.refusers.answer()
			.values()
			.stream()
			.flatMap(Collection::stream)
			.map((refuser) -> new ProfileId(refuser.id()))
			.distinct()
			.toList();
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

}
