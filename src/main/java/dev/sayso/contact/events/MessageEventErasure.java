package dev.sayso.contact.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileErased;
import dev.sayso.person.ProfileSaved;
import dev.sayso.person.Profiles;
import dev.sayso.person.SearchKeys;
import dev.sayso.profile.device.PushTokens;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Forgets what senders told: their words at once when somebody is erased, or an address
 * is nobody's any more, events after half a year. That an event was told stays until
 * then, by the address's hash, so that it counts once.
 */
@Component
class MessageEventErasure {

	/** Longer than any rule about bounces looks back. */
	static final Duration KEPT = Duration.ofDays(180);

	private static final Logger log = LoggerFactory.getLogger(MessageEventErasure.class);

	private static final String FORGET = "update message_event set message = null, diagnostic = null"
			+ " where hash = any(:hashes)";

	private final JdbcClient jdbc;

	private final MessageEventRows rows;

	private final Profiles profiles;

	private final PushTokens tokens;

	private final Clock clock;

	MessageEventErasure(JdbcClient jdbc, MessageEventRows rows, Profiles profiles, PushTokens tokens, Clock clock) {
		this.jdbc = jdbc;
		this.tokens = tokens;
		this.rows = rows;
		this.profiles = profiles;
		this.clock = clock;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.profiles.findById(erased.profile()).ifPresent((profile) -> {
			Map<Channel, List<String>> addresses = new EnumMap<>(Channel.class);
			profile.addresses().forEach((channel, address) -> addresses.put(channel, List.of(address)));
			addresses.put(Channel.PUSH, this.tokens.all(profile));
			forget(profile.id(), addresses);
		});
	}

	/** Nobody could say later whose an address was that nobody has any more. */
	@EventListener
	void on(ProfileSaved saved) {
		if (!saved.lost().isEmpty()) {
			forgetUnowned(saved.lost());
		}
	}

	/** Looks every six hours; what fails is tried again. */
	@Scheduled(initialDelay = 50, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
	void expireQuietly() {
		try {
			expire(this.clock.instant().minus(KEPT));
		}
		catch (RuntimeException ex) {
			log.warn("Events of messages are deleted later: {}", ex.getClass().getSimpleName());
		}
	}

	/**
	 * Takes out what senders told in words of messages to somebody.
	 * @param addresses all that they have, by channel
	 */
	private void forget(ProfileId person, Map<Channel, List<String>> addresses) {
		Stream<String> theirs = addresses.entrySet()
			.stream()
			.flatMap((address) -> address.getValue()
				.stream()
				.flatMap((each) -> this.rows.hashes(address.getKey(), each)));
		Stream<String> unaddressed = Arrays.stream(Channel.values()).map((channel) -> this.rows.hash(person, channel));
		this.jdbc.sql(FORGET).param("hashes", Stream.concat(theirs, unaddressed).toArray(String[]::new)).update();
	}

	/**
	 * Takes out what senders told in words of messages to these addresses, but of those
	 * that somebody has.
	 */
	private void forgetUnowned(Map<Channel, String> addresses) {
		addresses.forEach((channel, address) -> this.jdbc
			.sql(FORGET + " and not exists (select 1 from profile p where " + SearchKeys.addressColumn("p", channel)
					+ " = :address)")
			.param("hashes", this.rows.hashes(Map.of(channel, address)))
			.param("address", address)
			.update());
	}

	/** Deletes what no rule looks at any more. */
	private void expire(Instant before) {
		OffsetDateTime then = MessageEventRows.utc(before);
		this.jdbc.sql("delete from message_event where id < ?").param(Ids.first(before)).update();
		this.jdbc.sql("delete from message_arrival where arrived_at < ?").param(then).update();
		this.jdbc.sql("delete from message_event_count where hour_at < ?").param(then).update();
	}

}
