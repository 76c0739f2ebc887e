package dev.sayso.consent.suppression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Whose addresses are suppressed, kept by every write, so that a query tells what the
 * verdict does: suppressions themselves know addresses by a hash alone.
 */
@Component
class SuppressedProfiles {

	private final JdbcClient jdbc;

	private final Suppressions suppressions;

	SuppressedProfiles(JdbcClient jdbc, Suppressions suppressions) {
		this.jdbc = jdbc;
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
		return this.jdbc.sql("select profile_id from suppressed_profile where suppression_id = ? order by profile_id")
			.param(suppression.id())
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
	}

	/** Notes for everybody who has one of these addresses what suppresses it. */
	void addAll(Map<Channel, String> addresses) {
		for (Suppression suppression : this.suppressions.find(addresses)) {
			String column = SearchKeys.addressColumn("p", suppression.channel());
			this.jdbc
				.sql("insert into suppressed_profile (profile_id, suppression_id) select p.id, :suppression from profile p where "
						+ column
						+ " = :address and not exists (select 1 from suppressed_profile d where d.profile_id = p.id and d.suppression_id = :suppression)")
				.param("suppression", suppression.id())
				.param("address", addresses.get(suppression.channel()))
				.update();
		}
	}

}
