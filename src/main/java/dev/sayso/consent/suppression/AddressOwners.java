package dev.sayso.consent.suppression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.Details;
import dev.sayso.person.EmailAddress;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

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
	record Owner(ProfileId profile, List<Channel> channels) {
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
		if (addresses.isEmpty()) {
			return List.of();
		}
		Map<Channel, List<ProfileId>> others = others(addresses);
		Map<Channel, String> columns = new LinkedHashMap<>();
		addresses.keySet().forEach((channel) -> columns.put(channel, SearchKeys.addressColumn("o", channel)));
		String owners = columns.entrySet()
			.stream()
			.map((column) -> "select o.id from profile o where " + column.getValue() + " = :" + column.getKey().key())
			.collect(Collectors.joining("\nunion "));
		if (!others.isEmpty()) {
			owners += "\nunion select o.id from profile o where o.id = any(:others)";
		}
		return this.jdbc
			.sql("select o.id, " + String.join(", ", columns.values().stream().distinct().toList())
					+ " from profile o where o.id in (" + owners + ") order by o.created_at, o.id")
			.params(addresses.entrySet()
				.stream()
				.collect(Collectors.toMap((address) -> address.getKey().key(), Map.Entry::getValue)))
			.param("others",
					others.values().stream().flatMap(List::stream).map(ProfileId::id).distinct().toArray(UUID[]::new))
			.query((row, number) -> {
				Map<Channel, String> theirs = new LinkedHashMap<>();
				for (Map.Entry<Channel, String> column : columns.entrySet()) {
					theirs.put(column.getKey(), String.valueOf(row.getString(column.getValue().substring(2))));
				}
				ProfileId owner = new ProfileId(row.getObject("id", UUID.class));
				return new Owner(owner,
						addresses.keySet()
							.stream()
							.filter((channel) -> addresses.get(channel).equals(theirs.get(channel))
									|| others.getOrDefault(channel, List.of()).contains(owner))
							.toList());
			})
			.list();
	}

	/** Who has any of these addresses beside those among their details. */
	private Map<Channel, List<ProfileId>> others(Map<Channel, String> addresses) {
		Map<Channel, List<ProfileId>> others = new LinkedHashMap<>();
		for (FurtherAddresses each : this.further) {
			String address = addresses.get(each.channel());
			List<ProfileId> owners = (address != null) ? each.owners(address) : List.of();
			if (!owners.isEmpty()) {
				others.put(each.channel(), owners);
			}
		}
		return others;
	}

}
