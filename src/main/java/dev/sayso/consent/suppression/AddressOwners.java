package dev.sayso.consent.suppression;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.Details;
import dev.sayso.person.EmailAddress;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Finds the people whom an address belongs to, on any channel and in any of its forms.
 */
@Component
public class AddressOwners {

	private final JdbcClient jdbc;

	private final List<FurtherAddresses> further;

	AddressOwners(JdbcClient jdbc, List<FurtherAddresses> further) {
		this.jdbc = jdbc;
		this.further = further;
	}

	/**
	 * Somebody who has one of the addresses that were asked for.
	 *
	 * @param channels for which they have it, be it one of several
	 */
	record Owner(ProfileId profile, Set<Channel> channels) {
	}

	/**
	 * Who has the e-mail address or the mobile number of these details, the oldest
	 * profile first.
	 */
	public List<ProfileId> find(Details typed) {
		return this.jdbc.sql("""
				select p.id, p.created_at from profile p
				where p.id in (select id from profile where email_key = :email
					union select id from profile where mobile = :mobile)
				order by p.created_at, p.id""")
			.param("email", (typed.email() != null) ? EmailAddress.normalize(typed.email()) : "")
			.param("mobile", (typed.mobile() != null) ? typed.mobile() : "")
			.query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
			.list();
	}

	public List<ProfileId> ids(Map<Channel, String> addresses) {
		return find(addresses).stream().map(Owner::profile).toList();
	}

	/**
	 * Who has any of these addresses, the oldest profile first.
	 * @param addresses normalised, by channel
	 */
	List<Owner> find(Map<Channel, String> addresses) {
		return findOfEach(Map.of(addresses, addresses)).getOrDefault(addresses, List.of());
	}

	/** Who has an address of each of these, in one query. */
	public <T> Map<T, List<ProfileId>> idsOfEach(Map<T, Map<Channel, String>> asked) {
		Map<T, List<ProfileId>> ids = new HashMap<>();
		findOfEach(asked).forEach((each, owners) -> ids.put(each, owners.stream().map(Owner::profile).toList()));
		return ids;
	}

	/**
	 * Who has any address of each of these, the oldest profile first, in one query; those
	 * whose addresses nobody has are left out.
	 * @param asked each with addresses, normalised, by channel
	 */
	<T> Map<T, List<Owner>> findOfEach(Map<T, Map<Channel, String>> asked) {
		Map<Channel, Map<String, List<T>>> asking = new EnumMap<>(Channel.class);
		asked.forEach((each, addresses) -> addresses
			.forEach((channel, address) -> asking.computeIfAbsent(channel, (key) -> new HashMap<>())
				.computeIfAbsent(address, (key) -> new ArrayList<>(1))
				.add(each)));
		if (asking.isEmpty()) {
			return Map.of();
		}
		Map<Channel, Map<ProfileId, List<T>>> others = others(asking);
		Map<Channel, String> columns = new EnumMap<>(Channel.class);
		asking.keySet().forEach((channel) -> columns.put(channel, SearchKeys.addressColumn("o", channel)));
		Map<T, List<Owner>> owners = new HashMap<>();
		this.jdbc.sql(owning(columns, !others.isEmpty()))
			.params(asking.entrySet()
				.stream()
				.collect(Collectors.toMap((each) -> each.getKey().key(),
						(each) -> each.getValue().keySet().toArray(String[]::new))))
			.param("others",
					others.values()
						.stream()
						.flatMap((each) -> each.keySet().stream())
						.map(ProfileId::id)
						.distinct()
						.toArray(UUID[]::new))
			.query((row) -> {
				ProfileId owner = new ProfileId(row.getObject("id", UUID.class));
				Map<T, Set<Channel>> theirs = new LinkedHashMap<>();
				for (Map.Entry<Channel, String> column : columns.entrySet()) {
					Channel channel = column.getKey();
					String address = row.getString(column.getValue().substring(2));
					Stream
						.concat(asking.get(channel).getOrDefault(address, List.of()).stream(),
								others.getOrDefault(channel, Map.of()).getOrDefault(owner, List.of()).stream())
						.forEach((each) -> theirs.computeIfAbsent(each, (key) -> EnumSet.noneOf(Channel.class))
							.add(channel));
				}
				theirs.forEach((each, channels) -> owners.computeIfAbsent(each, (key) -> new ArrayList<>())
					.add(new Owner(owner, channels)));
			});
		return owners;
	}

	/** Each condition is a query of its own, which an index answers. */
	private static String owning(Map<Channel, String> columns, boolean others) {
		List<String> conditions = new ArrayList<>();
		columns.forEach((channel, column) -> conditions.add(column + " = any(:" + channel.key() + ")"));
		if (others) {
			conditions.add("o.id = any(:others)");
		}
		return "select o.id, " + String.join(", ", columns.values().stream().distinct().toList())
				+ " from profile o where o.id in ("
				+ String.join("\nunion ",
						conditions.stream()
							.map((condition) -> "select o.id from profile o where " + condition)
							.toList())
				+ ") order by o.created_at, o.id";
	}

	/** Who has any of these addresses beside those among their details. */
	private <T> Map<Channel, Map<ProfileId, List<T>>> others(Map<Channel, Map<String, List<T>>> asking) {
		Map<Channel, Map<ProfileId, List<T>>> others = new EnumMap<>(Channel.class);
		for (FurtherAddresses each : this.further) {
			asking.getOrDefault(each.channel(), Map.of())
				.forEach((address, of) -> each.owners(address)
					.forEach((owner) -> others.computeIfAbsent(each.channel(), (key) -> new HashMap<>())
						.computeIfAbsent(owner, (key) -> new ArrayList<>())
						.addAll(of)));
		}
		return others;
	}

}
