package dev.sayso.consent.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Finds those who share an address, so that the no of one counts for all of them.
 */
@Component
class SharedAddresses {

	private final JdbcClient jdbc;

	private final ProfilesWithSay profiles;

	SharedAddresses(JdbcClient jdbc, ProfilesWithSay profiles) {
		this.jdbc = jdbc;
		this.profiles = profiles;
	}

	/**
	 * Who else has one of their addresses; an index answers each part.
	 */
	Map<ProfileId, List<Profile>> find(Collection<Profile> people) {
		Map<ProfileId, Profile> everybody = new HashMap<>();
		Map<ProfileId, List<Profile>> sharing = new HashMap<>();
		Map<Channel, Map<String, List<Profile>>> byAddress = new EnumMap<>(Channel.class);
		for (Profile person : people) {
			everybody.put(person.id(), person);
			sharing.put(person.id(), new ArrayList<>());
			person.addresses()
				.forEach((channel, address) -> byAddress.computeIfAbsent(channel, (key) -> new HashMap<>())
					.computeIfAbsent(address, (key) -> new ArrayList<>(1))
					.add(person));
		}
		List<ProfileId> others = sharers(byAddress).stream().filter((id) -> !everybody.containsKey(id)).toList();
		this.profiles.find(others).forEach((other) -> everybody.put(other.id(), other));
		everybody.values().forEach((other) -> join(other, byAddress, sharing));
		return sharing;
	}

	private static void join(Profile other, Map<Channel, Map<String, List<Profile>>> byAddress,
			Map<ProfileId, List<Profile>> sharing) {
		other.addresses()
			.entrySet()
			.stream()
			.flatMap((address) -> byAddress.getOrDefault(address.getKey(), Map.of())
				.getOrDefault(address.getValue(), List.of())
				.stream())
			.filter((person) -> !person.id().equals(other.id()))
			.distinct()
			.forEach((person) -> sharing.get(person.id()).add(other));
	}

	private List<ProfileId> sharers(Map<Channel, Map<String, List<Profile>>> byAddress) {
		return this.jdbc.sql("""
				select id from profile where email_key = any(:email)
				union select id from profile where mobile = any(:mobile)
				union select id from profile where call_key = any(:call)
				union select id from profile where post_key = any(:post)
				union select id from profile where push_token = any(:push)
				union select id from profile where fax = any(:fax)""")
			.param("email", keys(byAddress, Channel.EMAIL))
			.param("mobile", keys(byAddress, Channel.SMS))
			.param("call", keys(byAddress, Channel.CALL))
			.param("post", keys(byAddress, Channel.POSTAL_MAIL))
			.param("push", keys(byAddress, Channel.PUSH))
			.param("fax", keys(byAddress, Channel.FAX))
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
	}

	private static String[] keys(Map<Channel, Map<String, List<Profile>>> byAddress, Channel channel) {
		return byAddress.getOrDefault(channel, Map.of()).keySet().toArray(String[]::new);
	}

}
