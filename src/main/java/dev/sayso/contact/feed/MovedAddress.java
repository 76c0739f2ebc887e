package dev.sayso.contact.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Somebody's noes through an address may be others than they were, since they or somebody
 * else gained or lost it.
 *
 * @param origin of the change of the address
 */
record MovedAddress(ProfileId profile, Channel channel, Instant at, Origin origin) {

	static MovedAddress of(ResultSet row, OffsetDateTime at) throws SQLException {
		return new MovedAddress(new ProfileId(row.getObject("told", UUID.class)),
				Channel.of(row.getString("channel")).orElseThrow(), at.toInstant(),
				Origin.of(row.getString("news_origin")));
	}

}
