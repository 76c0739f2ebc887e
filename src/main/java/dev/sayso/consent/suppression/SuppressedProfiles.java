package dev.sayso.consent.suppression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.ManyValues;

/**
 * Whose addresses are suppressed, kept by every write, so that a query tells what the
 * verdict does: suppressions themselves know addresses by a hash alone.
 */
@Component
class SuppressedProfiles {

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	private final Suppressions suppressions;

	private final ManyValues many;

	SuppressedProfiles(JdbcClient jdbc, JdbcTemplate batch, Suppressions suppressions, ManyValues many) {
		this.many = many;
		this.jdbc = jdbc;
		this.batch = batch;
		this.suppressions = suppressions;
	}

	void add(ProfileId profile, List<Suppression> suppressions) {
		suppressions.forEach((suppression) -> this.jdbc.sql("""
				insert into suppressed_profile (profile_id, suppression_id)
				select :profile, s.id from suppression s where s.id = :suppression and not exists (
					select 1 from suppressed_profile d where d.profile_id = :profile and d.suppression_id = s.id)""")
			.param("profile", profile.id())
			.param("suppression", suppression.id())
			.update());
	}

	void remove(ProfileId profile, Collection<Channel> channels) {
		if (!channels.isEmpty()) {
			this.jdbc.sql("""
					delete from suppressed_profile where profile_id = :profile and suppression_id in (
						select s.id from suppression s where s.channel = any(:channels))""")
				.param("profile", profile.id())
				.param("channels", channels.stream().map(Channel::key).toArray(String[]::new))
				.update();
		}
	}

	/** Those of whom an address is suppressed by this. */
	List<ProfileId> find(Suppression suppression) {
		return find(List.of(suppression)).getOrDefault(suppression.id(), List.of());
	}

	/** Those of whom an address is suppressed by each of these, by its id. */
	Map<UUID, List<ProfileId>> find(Collection<Suppression> suppressions) {
		if (suppressions.isEmpty()) {
			return Map.of();
		}
		Map<UUID, List<ProfileId>> people = new HashMap<>();
		this.jdbc
			.sql("select suppression_id, profile_id from suppressed_profile where "
					+ this.many.among("suppression_id", "suppressions") + " order by profile_id")
			.param("suppressions", suppressions.stream().map(Suppression::id).toArray(UUID[]::new))
			.query((row) -> {
				people.computeIfAbsent(row.getObject(1, UUID.class), (key) -> new ArrayList<>())
					.add(new ProfileId(row.getObject(2, UUID.class)));
			});
		return people;
	}

	/** Notes for everybody who has one of these addresses what suppresses it. */
	void addAll(Collection<Map<Channel, String>> all) {
		Map<Map<Channel, String>, Map<Channel, String>> each = new HashMap<>();
		all.forEach((addresses) -> each.put(addresses, addresses));
		Map<Channel, List<Object[]>> rows = new EnumMap<>(Channel.class);
		this.suppressions.ofEach(each)
			.forEach((addresses, suppressions) -> suppressions
				.forEach((suppression) -> rows.computeIfAbsent(suppression.channel(), (channel) -> new ArrayList<>())
					.add(new Object[] { suppression.id(), addresses.get(suppression.channel()) })));
		rows.forEach((channel, values) -> this.batch.batchUpdate("""
				insert into suppressed_profile (profile_id, suppression_id)
				select p.id, cast(? as uuid) from profile p where %s = ? on conflict do nothing"""
			.formatted(SearchKeys.addressColumn("p", channel)), values));
	}

}
