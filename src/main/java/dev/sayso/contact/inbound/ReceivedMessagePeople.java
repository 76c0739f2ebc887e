package dev.sayso.contact.inbound;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Whom messages that came in are about, so that they go with them, whatever became of
 * their addresses since.
 */
@Component
class ReceivedMessagePeople {

	private static final String FORGET = """
			update received_message set sender = '', address = null, content = null, reply = null,
				review = case when review in ('first', 'waiting') then 'none' else review end""";

	private final JdbcClient jdbc;

	private final ReceivedMessageRows rows;

	ReceivedMessagePeople(JdbcClient jdbc, ReceivedMessageRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/** Notes that everybody who has the address now is whom a message is about. */
	void link(UUID id, Channel channel, String address) {
		this.jdbc
			.sql("insert into received_message_profile (message_id, profile_id) select :id, p.id from profile p where "
					+ SearchKeys.addressColumn("p", channel) + " = :address")
			.param("id", id)
			.param("address", address)
			.update();
	}

	void link(UUID id, ProfileId person) {
		this.jdbc.sql("insert into received_message_profile (message_id, profile_id) values (?, ?)")
			.params(id, person.id())
			.update();
	}

	/**
	 * Keeps in mind that what came from an address was about whoever loses it, where it
	 * is about nobody yet.
	 */
	void keepLinks(ProfileId person, Map<Channel, String> lost) {
		this.jdbc
			.sql("""
					insert into received_message_profile (message_id, profile_id)
					select m.id, :person from received_message m where m.hash = any(:hashes) and (m.content is not null or m.sender <> '')
						and not exists (select 1 from received_message_profile l where l.message_id = m.id)""")
			.param("person", person.id())
			.param("hashes", hashes(lost))
			.update();
	}

	/**
	 * Forgets what somebody said, but where it may be somebody else's word too: of a
	 * message that was about several, or from an address that somebody else has. That
	 * something came stays, so that it is taken once.
	 */
	void forget(ProfileId person, Map<Channel, String> addresses) {
		UUID[] linked = this.jdbc
			.sql("""
					select l.message_id from received_message_profile l where l.profile_id = :person and not exists (
						select 1 from received_message_profile o where o.message_id = l.message_id and o.profile_id <> :person)""")
			.param("person", person.id())
			.query(UUID.class)
			.list()
			.toArray(UUID[]::new);
		this.jdbc.sql(FORGET + " where id = any(:ids)").param("ids", linked).update();
		addresses.entrySet()
			.stream()
			.filter((address) -> !isShared(person, address))
			.forEach((address) -> this.jdbc.sql(FORGET
					+ " where hash = any(:hashes) and not exists (select 1 from received_message_profile l where l.message_id = id)")
				.param("hashes", this.rows.hashes(address.getKey(), address.getValue()))
				.update());
		this.jdbc.sql("delete from received_message_profile where profile_id = ?").param(person.id()).update();
	}

	private boolean isShared(ProfileId person, Map.Entry<Channel, String> address) {
		return this.jdbc
			.sql("select exists (select 1 from profile p where " + SearchKeys.addressColumn("p", address.getKey())
					+ " = :address and p.id <> :person)")
			.param("address", address.getValue())
			.param("person", person.id())
			.query(Boolean.class)
			.single();
	}

	private String[] hashes(Map<Channel, String> addresses) {
		return addresses.entrySet()
			.stream()
			.flatMap((address) -> Arrays.stream(this.rows.hashes(address.getKey(), address.getValue())))
			.toArray(String[]::new);
	}

}
