package dev.sayso.profile.device;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.FurtherAddresses;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Every device is an address of its person, not only the one that push messages go to.
 */
@Component
class DeviceAddresses implements FurtherAddresses {

	private final JdbcClient jdbc;

	DeviceAddresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Channel channel() {
		return Channel.PUSH;
	}

	@Override
	public List<ProfileId> owners(String address) {
		return this.jdbc.sql("select profile_id from push_token where token = ? order by profile_id")
			.param(address)
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
	}

	@Override
	public List<String> find(ProfileId profile) {
		return this.jdbc.sql("select token from push_token where profile_id = ? order by token")
			.param(profile.id())
			.query(String.class)
			.list();
	}

}
